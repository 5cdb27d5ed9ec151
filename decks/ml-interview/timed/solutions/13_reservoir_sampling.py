"""A uniform sample of k items from a stream of unknown length, in one pass and O(k) memory."""
import heapq

import numpy as np


def reservoir(stream, k, rng):
    """Item number i (from 0) enters with probability k / (i + 1), in place of a random one."""
    kept = []
    for i, item in enumerate(stream):
        if i < k:
            kept.append(item)
        else:
            j = rng.integers(i + 1)
            if j < k:
                kept[j] = item
    return kept


def weighted(stream, k, rng):
    """(item, weight > 0): keeps the k largest keys u^(1/w), compared as log(u) / w."""
    heap = []
    for i, (item, w) in enumerate(stream):
        key = np.log(1.0 - rng.random()) / w  # 1 - u lies in (0, 1]
        if len(heap) < k:
            heapq.heappush(heap, (key, i, item))
        elif key > heap[0][0]:
            heapq.heapreplace(heap, (key, i, item))
    return [item for _, _, item in heap]


def check():
    rng = np.random.default_rng(10)
    assert reservoir(range(3), 5, rng) == [0, 1, 2]
    assert len(set(reservoir(range(100), 10, rng))) == 10

    # Each of 20 items is kept in 5 of 20 draws, whatever its place.
    runs, seen = 4000, np.zeros(20)
    for _ in range(runs):
        seen[reservoir(range(20), 5, rng)] += 1
    error = np.sqrt(0.25 * 0.75 / runs)
    assert (abs(seen / runs - 0.25) < 4 * error).all()

    # One draw by weight: in proportion to the weights.
    first = [weighted(zip("abc", [1.0, 2.0, 5.0]), 1, rng)[0] for _ in range(runs)]
    for item, p in zip("abc", [1 / 8, 2 / 8, 5 / 8]):
        assert abs(first.count(item) / runs - p) < 4 * np.sqrt(p * (1 - p) / runs)


if __name__ == "__main__":
    check()
