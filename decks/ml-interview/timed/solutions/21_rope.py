"""Rotary position embedding: pairs of coordinates are turned by an angle for each position."""
import numpy as np


def angles(positions, d, base=10000.0):
    """(T, d / 2): the position times base^(-2i/d)."""
    return np.outer(positions, base ** (-np.arange(0, d, 2) / d))


def rope(x, positions, base=10000.0):
    """x: (..., T, d). Pairs are the coordinates 2i and 2i + 1."""
    a = angles(positions, x.shape[-1], base)
    cos, sin = np.cos(a), np.sin(a)
    even, odd = x[..., 0::2], x[..., 1::2]
    out = np.empty_like(x)
    out[..., 0::2] = even * cos - odd * sin
    out[..., 1::2] = even * sin + odd * cos
    return out


def rope_halves(x, positions, base=10000.0):
    """The other layout in use: coordinate i is paired with i + d / 2."""
    a = angles(positions, x.shape[-1], base)
    cos, sin = np.cos(a), np.sin(a)
    first, second = np.split(x, 2, axis=-1)
    return np.concatenate([first * cos - second * sin, first * sin + second * cos], axis=-1)


def check():
    rng = np.random.default_rng(17)
    T, d = 10, 8
    q, k = rng.normal(size=d), rng.normal(size=d)
    for turn in (rope, rope_halves):
        x = rng.normal(size=(2, T, d))
        y = turn(x, np.arange(T))
        assert np.allclose(np.linalg.norm(y, axis=-1), np.linalg.norm(x, axis=-1))
        assert np.allclose(y[:, 0], x[:, 0])  # position 0 is not turned
        # The score of a query and a key depends on their distance alone.
        Q, K = turn(np.tile(q, (T, 1)), np.arange(T)), turn(np.tile(k, (T, 1)), np.arange(T))
        score = Q @ K.T
        for lag in range(-3, 4):
            assert np.allclose(np.diagonal(score, lag), np.diagonal(score, lag)[0])
        assert not np.isclose(score[5, 5], score[5, 2])
        # With a cache each new key is turned once, by its own position.
        assert np.allclose(turn(k[None, :], np.array([7]))[0], K[7])
    # The first pair turns one radian a step, the last one slowest.
    assert np.isclose(angles([1], d)[0, 0], 1.0)
    assert np.isclose(angles([1], d)[0, -1], 10000.0 ** (-6 / 8))
    # Both layouts are one map after a reordering of the coordinates.
    order = np.concatenate([np.arange(0, d, 2), np.arange(1, d, 2)])
    assert np.allclose(rope(x, np.arange(T))[..., order], rope_halves(x[..., order], np.arange(T)))


if __name__ == "__main__":
    check()
