"""Measures of one ranking: nDCG@k with graded relevance, reciprocal rank, average precision."""
import numpy as np


def dcg(relevance, k):
    """Gains 2^rel - 1, discounted by log2(rank + 1), ranks from 1."""
    r = np.asarray(relevance, dtype=float)[:k]
    return ((2.0**r - 1.0) / np.log2(np.arange(2, len(r) + 2))).sum()


def ndcg(ranked, k, all_relevant=None):
    """
    ranked: relevance of the results in the order shown. all_relevant: that of every judged
    document; what was not retrieved lowers the score through the ideal order.
    """
    ideal = dcg(np.sort(ranked if all_relevant is None else all_relevant)[::-1], k)
    return dcg(ranked, k) / ideal if ideal > 0 else 0.0


def reciprocal_rank(ranked):
    hits = np.flatnonzero(np.asarray(ranked) > 0)
    return 1.0 / (hits[0] + 1) if len(hits) else 0.0


def average_precision(ranked, relevant):
    """Mean over the relevant documents of the precision where each stands, 0 if it is missing."""
    hit = np.asarray(ranked) > 0
    precision = hit.cumsum() / np.arange(1, len(hit) + 1)
    return precision[hit].sum() / relevant if relevant else 0.0


def check():
    # 7 / 1 + 3 / 1.585 + 0 + 1 / 2.3219
    assert np.isclose(dcg([3, 2, 0, 1], 4), 7 + 3 / np.log2(3) + 1 / np.log2(5))
    assert ndcg([3, 2, 1, 0], 4) == 1.0 and ndcg([0, 0, 0], 3) == 0.0
    assert ndcg([0, 3], 2) == 1 / np.log2(3)
    assert ndcg([3, 0, 2], 3) < ndcg([3, 2, 0], 3)
    # Perfect among what came back, but two good documents are missing.
    assert ndcg([3], 3) == 1.0 and ndcg([3], 3, all_relevant=[3, 3, 2]) < 0.6
    # An error at the top costs more than one further down.
    assert 1 - ndcg([2, 3, 1, 0], 4) > 1 - ndcg([3, 2, 0, 1], 4)

    assert reciprocal_rank([0, 0, 1]) == 1 / 3 and reciprocal_rank([0, 0]) == 0.0
    assert np.isclose(average_precision([1, 0, 1], 2), (1 + 2 / 3) / 2)
    assert np.isclose(average_precision([1, 0, 1], 4), (1 + 2 / 3) / 4)
    assert average_precision([0, 0], 0) == 0.0


if __name__ == "__main__":
    check()
