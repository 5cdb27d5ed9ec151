"""Principal components by the singular value decomposition of the centred data."""
import numpy as np


def pca(X, k):
    """Mean, components (k rows of length 1) and the variance along each, with n - 1."""
    mean = X.mean(0)
    _, s, Vt = np.linalg.svd(X - mean, full_matrices=False)
    V = Vt[:k]
    # A component is defined up to its sign: make the largest entry positive.
    sign = np.sign(V[np.arange(len(V)), np.abs(V).argmax(1)])
    return mean, V * sign[:, None], (s**2 / (len(X) - 1))[:k]


def project(X, mean, V):
    return (X - mean) @ V.T


def restore(Z, mean, V):
    return Z @ V + mean


def check():
    rng = np.random.default_rng(3)
    A = rng.normal(size=(500, 4)) @ np.diag([5.0, 2.0, 1.0, 0.1]) + np.array([1.0, 2.0, 3.0, 4.0])
    mean, V, variance = pca(A, 4)
    assert np.allclose(V @ V.T, np.eye(4))
    # The same numbers from the covariance matrix.
    value, vector = np.linalg.eigh(np.cov(A, rowvar=False))
    assert np.allclose(variance, value[::-1])
    assert np.allclose(np.abs(vector[:, ::-1].T), np.abs(V))
    # All components restore the data; the variances add up to the total.
    assert np.allclose(restore(project(A, mean, V), mean, V), A)
    assert np.isclose(variance.sum(), A.var(0, ddof=1).sum())
    # The error of two components is the variance that was left out.
    mean, V, _ = pca(A, 2)
    error = ((A - restore(project(A, mean, V), mean, V)) ** 2).sum() / (len(A) - 1)
    assert np.isclose(error, variance[2:].sum())
    # Projections are uncorrelated.
    assert abs(np.cov(project(A, mean, V), rowvar=False)[0, 1]) < 1e-9


if __name__ == "__main__":
    check()
