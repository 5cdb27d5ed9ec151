"""Bootstrap percentile interval for any statistic, and for the difference of two models."""
import numpy as np


def bootstrap_ci(x, statistic, rng, draws=2000, level=0.95):
    """Rows of x are resampled with replacement, n of n."""
    n = len(x)
    value = np.array([statistic(x[rng.integers(0, n, n)]) for _ in range(draws)])
    tail = (1.0 - level) / 2.0
    return tuple(np.quantile(value, [tail, 1.0 - tail]))


def paired_ci(right_a, right_b, rng, draws=2000, level=0.95):
    """Accuracy of a minus accuracy of b, both measured on the same examples: resample examples."""
    both = np.column_stack([right_a, right_b]).astype(float)
    return bootstrap_ci(both, lambda s: s[:, 0].mean() - s[:, 1].mean(), rng, draws, level)


def check():
    rng = np.random.default_rng(8)
    x = rng.normal(loc=10.0, scale=2.0, size=400)
    low, high = bootstrap_ci(x, np.mean, rng)
    # For a mean it comes close to 1.96 standard errors on each side.
    error = x.std(ddof=1) / np.sqrt(len(x))
    assert abs(low - (x.mean() - 1.96 * error)) < 0.03
    assert abs(high - (x.mean() + 1.96 * error)) < 0.03
    low, high = bootstrap_ci(x, np.median, rng)
    assert low < np.median(x) < high

    # It covers the truth about as often as it says.
    hits = 0
    for _ in range(200):
        s = rng.exponential(size=80)
        low, high = bootstrap_ci(s, np.mean, rng, draws=300)
        hits += low <= 1.0 <= high
    assert 0.86 <= hits / 200 <= 0.99

    # Two models that agree on most examples: pairing makes the interval narrower.
    a = rng.random(1000) < 0.8
    b = np.where(rng.random(1000) < 0.05, ~a, a)
    low, high = paired_ci(a, b, rng)
    la, ha = bootstrap_ci(a.astype(float), np.mean, rng)
    assert high - low < ha - la


if __name__ == "__main__":
    check()
