"""Logistic regression with L2, by gradient descent on the mean log loss."""
import numpy as np


def sigmoid(z):
    """Never takes the exponential of a positive number."""
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0 / (1.0 + e), e / (1.0 + e))


def loss(w, b, X, y, l2=0.0):
    """Mean of log(1 + e^z) - y z, which is the log loss written with the logit z."""
    z = X @ w + b
    return np.mean(np.logaddexp(0.0, z) - y * z) + 0.5 * l2 * w @ w


def gradient(w, b, X, y, l2=0.0):
    error = sigmoid(X @ w + b) - y
    return X.T @ error / len(y) + l2 * w, error.mean()


def fit(X, y, lr=0.5, steps=2000, l2=0.0):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        dw, db = gradient(w, b, X, y, l2)
        w -= lr * dw
        b -= lr * db
    return w, b


def check():
    rng = np.random.default_rng(1)
    X = rng.normal(size=(4000, 2))
    y = (rng.random(4000) < sigmoid(X @ np.array([2.0, -1.0]) + 0.5)).astype(float)

    # The gradient agrees with central differences.
    w, b, h = rng.normal(size=2), 0.3, 1e-6
    dw, db = gradient(w, b, X, y, l2=0.1)
    for i in range(2):
        step = h * np.eye(2)[i]
        up, down = loss(w + step, b, X, y, 0.1), loss(w - step, b, X, y, 0.1)
        assert abs((up - down) / (2 * h) - dw[i]) < 1e-6
    up, down = loss(w, b + h, X, y, 0.1), loss(w, b - h, X, y, 0.1)
    assert abs((up - down) / (2 * h) - db) < 1e-6

    w, b = fit(X, y)
    assert np.allclose(w, [2.0, -1.0], atol=0.3) and abs(b - 0.5) < 0.3
    # With an intercept the predicted mean is the observed one.
    assert abs(sigmoid(X @ w + b).mean() - y.mean()) < 1e-6
    assert np.linalg.norm(fit(X, y, l2=1.0)[0]) < np.linalg.norm(w)
    assert sigmoid(np.array([-1000.0, 0.0, 1000.0])).tolist() == [0.0, 0.5, 1.0]


if __name__ == "__main__":
    check()
