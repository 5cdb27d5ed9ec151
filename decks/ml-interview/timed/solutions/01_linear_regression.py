"""Linear regression: least squares in closed form and by gradient descent."""
import numpy as np


def with_intercept(X):
    return np.column_stack([np.ones(len(X)), X])


def fit_exact(X, y, l2=0.0):
    """Solves (A'A + l2 I) w = A'y; the intercept, first, is not penalised."""
    A = with_intercept(X)
    penalty = l2 * np.eye(A.shape[1])
    penalty[0, 0] = 0.0
    if l2 == 0.0:
        return np.linalg.lstsq(A, y, rcond=None)[0]  # also when A'A is singular
    return np.linalg.solve(A.T @ A + penalty, A.T @ y)


def fit_descent(X, y, lr=0.1, steps=2000):
    """Minimises the mean squared error from zero."""
    A = with_intercept(X)
    w = np.zeros(A.shape[1])
    for _ in range(steps):
        w -= lr * 2.0 / len(y) * A.T @ (A @ w - y)
    return w


def predict(w, X):
    return with_intercept(X) @ w


def check():
    rng = np.random.default_rng(0)
    X = rng.normal(size=(200, 3))
    true = np.array([1.0, 2.0, -3.0, 0.5])
    y = with_intercept(X) @ true
    assert np.allclose(fit_exact(X, y), true)
    assert np.allclose(fit_descent(X, y), true, atol=1e-6)

    noisy = y + rng.normal(scale=0.5, size=200)
    w = fit_exact(X, noisy)
    residual = noisy - predict(w, X)
    # At the optimum the residual is orthogonal to every column, the ones included.
    assert np.allclose(with_intercept(X).T @ residual, 0.0, atol=1e-9)
    # Ridge shrinks the slopes, and a shift of y moves the intercept alone.
    assert np.linalg.norm(fit_exact(X, noisy, l2=50.0)[1:]) < np.linalg.norm(w[1:])
    moved = fit_exact(X, noisy + 7.0, l2=50.0) - fit_exact(X, noisy, l2=50.0)
    assert np.allclose(moved, [7.0, 0.0, 0.0, 0.0])
    # A column given twice does no harm.
    twice = np.column_stack([X, X[:, 0]])
    assert np.allclose(predict(fit_exact(twice, y), twice), y)


if __name__ == "__main__":
    check()
