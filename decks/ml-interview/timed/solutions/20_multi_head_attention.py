"""Scaled dot-product attention and multi-head attention with a causal and a padding mask."""
import numpy as np


def softmax(s):
    """Along the last axis; a row of nothing but -inf gives zeros."""
    top = s.max(-1, keepdims=True)
    e = np.exp(s - np.where(np.isfinite(top), top, 0.0))
    return e / np.maximum(e.sum(-1, keepdims=True), 1e-30)


def attention(q, k, v, allowed=None):
    """q: (..., T, d), k: (..., S, d), v: (..., S, dv); allowed: True where q may look at k."""
    s = q @ np.swapaxes(k, -1, -2) / np.sqrt(q.shape[-1])
    if allowed is not None:
        s = np.where(allowed, s, -np.inf)
    p = softmax(s)
    return p @ v, p


def split(x, heads):
    """(B, T, d) to (B, heads, T, d / heads)."""
    B, T, d = x.shape
    return x.reshape(B, T, heads, d // heads).transpose(0, 2, 1, 3)


def multi_head(x, W, heads, causal=True, real=None):
    """W: matrices q, k, v, o of (d, d); real: (B, T), False where a token is padding."""
    B, T, d = x.shape
    q, k, v = (split(x @ W[name], heads) for name in "qkv")
    allowed = np.tri(T, dtype=bool) if causal else np.ones((T, T), bool)
    if real is not None:
        allowed = allowed & real[:, None, None, :]  # padding is masked as a key
    out, p = attention(q, k, v, allowed)
    return out.transpose(0, 2, 1, 3).reshape(B, T, d) @ W["o"], p


def check():
    rng = np.random.default_rng(16)
    B, T, d, heads = 2, 6, 16, 4
    W = {name: rng.normal(scale=d**-0.5, size=(d, d)) for name in "qkvo"}
    x = rng.normal(size=(B, T, d))
    y, p = multi_head(x, W, heads)
    assert y.shape == x.shape and p.shape == (B, heads, T, T)
    assert np.allclose(p.sum(-1), 1.0) and np.allclose(np.triu(p, 1), 0.0)
    # Causal: what comes later changes nothing before it.
    later = x.copy()
    later[:, 4:] = rng.normal(size=(B, 2, d))
    z = multi_head(later, W, heads)[0]
    assert np.allclose(y[:, :4], z[:, :4]) and not np.allclose(y[:, 4:], z[:, 4:])
    # Padding behind a sequence gives the same as the shorter sequence.
    real = np.arange(T)[None, :] < np.array([[4], [6]])
    y, _ = multi_head(x, W, heads, causal=False, real=real)
    assert np.allclose(y[:1, :4], multi_head(x[:1, :4], W, heads, causal=False)[0])
    # One query by hand: it is the third of five, its scores are divided by the root of d.
    q, k, v = (rng.normal(size=(5, 4)) for _ in range(3))
    e = np.exp(k @ q[2] / 2.0)
    assert np.allclose(attention(q, k, v)[0][2], (e / e.sum()) @ v)
    # A head is attention on its own slice of the columns.
    one, _ = attention(*(x @ W[n][:, :4] for n in "qkv"), np.tri(T, dtype=bool))
    assert np.allclose(multi_head(x, {**W, "o": np.eye(d)}, heads)[0][:, :, :4], one)
    assert np.allclose(softmax(np.full((1, 3), -np.inf)), 0.0)


if __name__ == "__main__":
    check()
