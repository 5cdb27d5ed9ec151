"""Sampling the next token: temperature, top-k and top-p (nucleus)."""
import numpy as np


def distribution(logits, temperature=1.0, top_k=0, top_p=1.0):
    """Probabilities after the temperature, then top-k, then top-p; 0 means greedy or no limit."""
    if temperature == 0.0:
        return np.eye(len(logits))[np.argmax(logits)]
    z = (logits - logits.max()) / temperature
    p = np.exp(z)
    p /= p.sum()
    order = np.argsort(-p, kind="stable")
    keep = np.ones(len(p), bool)  # in that order
    if top_k > 0:
        keep[top_k:] = False
    if top_p < 1.0:
        kept = p[order] * keep
        kept /= kept.sum()
        # The smallest set that reaches top_p: what came before a token is still below it.
        keep &= kept.cumsum() - kept < top_p
    out = np.zeros_like(p)
    out[order[keep]] = p[order[keep]]
    return out / out.sum()


def sample(logits, rng, **how):
    c = distribution(logits, **how).cumsum()
    return int(np.searchsorted(c, rng.random() * c[-1], side="right"))


def check():
    logits = np.log(np.array([0.5, 0.25, 0.15, 0.1]))
    assert np.allclose(distribution(logits), [0.5, 0.25, 0.15, 0.1])
    # 0.5 is below 0.7, 0.75 is not: two tokens.
    assert np.allclose(distribution(logits, top_p=0.7), [2 / 3, 1 / 3, 0, 0])
    assert np.allclose(distribution(logits, top_p=0.01), [1, 0, 0, 0])  # never empty
    assert np.allclose(distribution(logits, top_k=3), np.array([10, 5, 3, 0]) / 18)
    # After top-k the rest is renormalised before top-p looks at it: 10/18 reaches 0.55.
    assert np.allclose(distribution(logits, top_k=3, top_p=0.55), [1, 0, 0, 0])
    assert distribution(logits, temperature=0.0).tolist() == [1, 0, 0, 0]
    cold, hot = distribution(logits, 0.5), distribution(logits, 2.0)
    assert cold[0] > 0.5 > hot[0] and np.allclose(cold, np.array([100, 25, 9, 4]) / 138)
    assert np.isfinite(distribution(np.array([1e4, -1e4, 0.0]))).all()

    rng = np.random.default_rng(19)
    drawn = np.bincount([sample(logits, rng, top_p=0.7) for _ in range(6000)], minlength=4)
    assert (drawn[2:] == 0).all() and abs(drawn[0] / 6000 - 2 / 3) < 0.03


if __name__ == "__main__":
    check()
