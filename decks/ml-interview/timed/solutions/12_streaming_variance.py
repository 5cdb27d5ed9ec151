"""Mean and variance of a stream in one pass (Welford), and the merge of two parts (Chan)."""
import numpy as np


class Moments:
    """n, mean, and m2, the sum of squared distances from the mean; all in constant memory."""

    def __init__(self):
        self.n, self.mean, self.m2 = 0, 0.0, 0.0

    def add(self, x):
        self.n += 1
        delta = x - self.mean
        self.mean += delta / self.n
        self.m2 += delta * (x - self.mean)  # the old distance times the new one

    def merge(self, other):
        n = self.n + other.n
        if n == 0:
            return
        delta = other.mean - self.mean
        self.mean += delta * other.n / n
        self.m2 += other.m2 + delta * delta * self.n * other.n / n
        self.n = n

    def variance(self, ddof=1):
        return self.m2 / (self.n - ddof) if self.n > ddof else float("nan")


def of(values):
    m = Moments()
    for v in values:
        m.add(v)
    return m


def check():
    rng = np.random.default_rng(9)
    x = rng.normal(loc=3.0, size=1000)
    m = of(x)
    assert np.isclose(m.mean, x.mean()) and np.isclose(m.variance(), x.var(ddof=1))

    # Parts of any size, the empty one too, merge to the whole.
    whole = Moments()
    for part in np.split(x, [0, 1, 400]):
        whole.merge(of(part))
    assert whole.n == 1000
    assert np.isclose(whole.mean, m.mean) and np.isclose(whole.variance(), m.variance())

    # Far from zero the textbook difference of squares loses every digit; this does not.
    far = of(x + 1e9)
    naive = ((x + 1e9) ** 2).mean() - (x + 1e9).mean() ** 2
    assert abs(far.variance(0) - x.var()) < 1e-3 < abs(naive - x.var())
    assert np.isnan(of([5.0]).variance()) and of([5.0]).variance(0) == 0.0


if __name__ == "__main__":
    check()
