"""Multinomial naive Bayes on word counts, with additive smoothing, in logarithms."""
import numpy as np


def fit(counts, y, classes, alpha=1.0):
    """log P(class) and log P(word | class), a row for each class."""
    hot = np.eye(classes)[y]
    prior = np.log(hot.sum(0)) - np.log(len(y))
    words = hot.T @ counts + alpha
    return prior, np.log(words) - np.log(words.sum(1, keepdims=True))


def log_posterior(counts, prior, likelihood):
    joint = prior + counts @ likelihood.T
    top = joint.max(1, keepdims=True)
    return joint - top - np.log(np.exp(joint - top).sum(1, keepdims=True))


def predict(counts, prior, likelihood):
    return (prior + counts @ likelihood.T).argmax(1)


def check():
    #                  free  win  meeting  report
    counts = np.array([[2, 1, 0, 0], [1, 2, 0, 0], [0, 0, 2, 1], [0, 0, 1, 2], [0, 1, 2, 1]])
    y = np.array([1, 1, 0, 0, 0])
    prior, likelihood = fit(counts, y, 2)
    assert np.allclose(np.exp(prior), [3 / 5, 2 / 5])
    assert np.allclose(np.exp(likelihood).sum(1), 1.0)
    # Class 1 has 6 words, 3 of them "free": (3 + 1) / (6 + 4).
    assert np.isclose(np.exp(likelihood[1, 0]), 0.4)
    assert (predict(counts, prior, likelihood) == y).all()

    # A word that one class never had does not forbid that class.
    p = np.exp(log_posterior(np.array([[1, 0, 1, 0]]), prior, likelihood))
    assert np.isclose(p.sum(), 1.0) and (p > 0.05).all()
    # By hand: P(0) 1/14 6/14 against P(1) 4/10 1/10.
    a, b = 0.6 * (1 / 14) * (6 / 14), 0.4 * 0.4 * 0.1
    assert np.isclose(p[0, 0], a / (a + b))
    # A long document neither underflows nor overflows.
    long = np.exp(log_posterior(np.array([[9000, 0, 0, 1]]), prior, likelihood))
    assert np.isfinite(long).all() and long[0, 1] > 0.999


if __name__ == "__main__":
    check()
