"""The best split of a node by Gini impurity: one sort and one scan for each feature."""
import numpy as np


def gini(counts):
    """1 - sum of p^2 along the last axis; 0 for an empty node."""
    n = counts.sum(-1, keepdims=True)
    p = counts / np.maximum(n, 1)
    return np.where(n[..., 0] > 0, 1.0 - (p * p).sum(-1), 0.0)


def best_split(X, y, classes, min_leaf=1):
    """(feature, threshold, gain): rows with a value <= threshold go left; None if none helps."""
    n, best = len(y), None
    onehot = np.eye(classes)[y]
    before = gini(onehot.sum(0))
    for f in range(X.shape[1]):
        order = X[:, f].argsort(kind="stable")
        value, hot = X[order, f], onehot[order]
        left = hot.cumsum(0)[:-1]  # class counts with the first i + 1 rows on the left
        right = hot.sum(0) - left
        size = np.arange(1, n)
        after = (size * gini(left) + (n - size) * gini(right)) / n
        gain = before - after
        # Equal values cannot be parted; leaves must be large enough.
        allowed = (value[1:] > value[:-1]) & (size >= min_leaf) & (n - size >= min_leaf)
        gain[~allowed] = -np.inf
        if n > 1 and gain.max() > (best[2] if best else 1e-12):
            i = int(gain.argmax())
            best = (f, float((value[i] + value[i + 1]) / 2), float(gain[i]))
    return best


def slow_gain(X, y, classes, f, t):
    left = X[:, f] <= t
    g = [gini(np.bincount(part, minlength=classes)) for part in (y, y[left], y[~left])]
    return g[0] - (left.sum() * g[1] + (~left).sum() * g[2]) / len(y)


def check():
    X = np.array([[1.0, 5.0], [2.0, 1.0], [3.0, 4.0], [10.0, 2.0], [11.0, 5.0], [12.0, 3.0]])
    y = np.array([0, 0, 0, 1, 1, 1])
    assert best_split(X, y, 2) == (0, 6.5, 0.5)  # from an impurity of 1/2 to pure leaves
    assert best_split(X, np.zeros(6, int), 2) is None
    assert best_split(np.ones((6, 2)), y, 2) is None
    assert best_split(X, y, 2, min_leaf=4) is None

    rng = np.random.default_rng(5)
    X, y = rng.integers(0, 9, size=(60, 3)).astype(float), rng.integers(0, 3, size=60)
    f, t, gain = best_split(X, y, 3)
    every = [slow_gain(X, y, 3, g, v + 0.5) for g in range(3) for v in range(8)]
    assert np.isclose(gain, max(every)) and np.isclose(gain, slow_gain(X, y, 3, f, t))


if __name__ == "__main__":
    check()
