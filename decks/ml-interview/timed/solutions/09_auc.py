"""Area under the ROC curve from scores: by ranks, ties counted half."""
import numpy as np


def midranks(x):
    """Ranks from 1; equal values share the mean of their ranks."""
    _, inverse, counts = np.unique(x, return_inverse=True, return_counts=True)
    last = counts.cumsum()
    return ((last - counts + 1 + last) / 2.0)[inverse]


def auc(y, score):
    """P(score of a positive > score of a negative) + P(equal) / 2; nan with one class only."""
    positive = int(y.sum())
    negative = len(y) - positive
    if positive == 0 or negative == 0:
        return float("nan")
    rank_sum = midranks(score)[y == 1].sum()
    return (rank_sum - positive * (positive + 1) / 2) / (positive * negative)


def roc(y, score):
    """False and true positive rates, one point for each threshold from strict to lax."""
    order = (-score).argsort(kind="stable")
    y, score = y[order], score[order]
    ends = np.append(np.flatnonzero(score[1:] != score[:-1]), len(y) - 1)
    tp, fp = y.cumsum()[ends], (1 - y).cumsum()[ends]
    return np.append(0, fp) / fp[-1], np.append(0, tp) / tp[-1]


def check():
    y = np.array([0, 0, 1, 1])
    assert auc(y, np.array([0.1, 0.4, 0.35, 0.8])) == 0.75  # three of four pairs in order
    assert auc(y, np.array([1.0, 2.0, 3.0, 4.0])) == 1.0
    assert auc(y, np.array([4.0, 3.0, 2.0, 1.0])) == 0.0
    assert auc(y, np.ones(4)) == 0.5
    assert np.isnan(auc(np.ones(4, int), np.ones(4)))

    rng = np.random.default_rng(7)
    y = (rng.random(300) < 0.2).astype(int)
    score = np.round(y + rng.normal(size=300), 1)  # rounding makes ties
    a, b = score[y == 1][:, None], score[y == 0][None, :]
    pairs = ((a > b) + 0.5 * (a == b)).mean()
    fpr, tpr = roc(y, score)
    area = ((fpr[1:] - fpr[:-1]) * (tpr[1:] + tpr[:-1]) / 2).sum()
    assert np.isclose(auc(y, score), pairs) and np.isclose(area, pairs)
    assert np.isclose(auc(y, 3 * score + 7), pairs)  # only the order counts


if __name__ == "__main__":
    check()
