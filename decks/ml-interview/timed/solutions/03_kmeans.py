"""k-means: Lloyd's iterations from k-means++ seeds."""
import numpy as np


def squared_distances(X, C):
    """One row for each point, one column for each centre."""
    d = (X * X).sum(1)[:, None] - 2.0 * X @ C.T + (C * C).sum(1)[None, :]
    return np.maximum(d, 0.0)  # rounding can take it below zero


def seed(X, k, rng):
    """Each further centre is drawn with probability proportional to its squared distance."""
    C = [X[rng.integers(len(X))]]
    while len(C) < k:
        d = squared_distances(X, np.array(C)).min(1)
        p = d / d.sum() if d.sum() > 0 else None  # all points coincide with a centre
        C.append(X[rng.choice(len(X), p=p)])
    return np.array(C, dtype=float)


def step(X, C):
    """Each centre moves to the mean of the points that are nearest to it."""
    d = squared_distances(X, C)
    label, new = d.argmin(1), C.copy()
    for j in range(len(C)):
        if (label == j).any():
            new[j] = X[label == j].mean(0)
        else:  # an empty cluster takes the point that is worst off
            new[j] = X[d.min(1).argmax()]
    return new


def kmeans(X, k, rng, steps=100):
    """Centres, the cluster of each point, and the sum of squares before each step."""
    C, inertia = seed(X, k, rng), []
    for _ in range(steps):
        inertia.append(squared_distances(X, C).min(1).sum())
        new = step(X, C)
        if np.allclose(new, C):
            break
        C = new
    return C, squared_distances(X, C).argmin(1), inertia


def check():
    rng = np.random.default_rng(2)
    true = np.array([[0.0, 0.0], [10.0, 0.0], [0.0, 10.0]])
    X = np.concatenate([c + rng.normal(size=(100, 2)) for c in true])
    C, label, inertia = kmeans(X, 3, rng)
    assert np.allclose(np.sort(squared_distances(true, C).min(1)), 0.0, atol=0.2)
    assert all(a >= b - 1e-9 for a, b in zip(inertia, inertia[1:]))  # never rises
    for j in range(3):  # each blob is one cluster
        assert len(set(label[100 * j : 100 * j + 100])) == 1

    # Of two equal centres one stays empty, and then takes the point that is worst off.
    far = np.array([[0.0], [1.0], [9.0]])
    assert step(far, np.zeros((2, 1))).ravel().tolist() == [10 / 3, 9.0]

    # k = n leaves nothing to explain; equal points do not divide by zero.
    assert kmeans(X[:5], 5, rng)[2][-1] < 1e-9
    assert kmeans(np.ones((4, 2)), 2, rng)[2][-1] == 0.0


if __name__ == "__main__":
    check()
