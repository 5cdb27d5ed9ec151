"""Inverted dropout: forward, backward, and nothing to do in use."""
import numpy as np


class Dropout:
    def __init__(self, p, rng):
        assert 0.0 <= p < 1.0
        self.p, self.rng = p, rng

    def forward(self, x, training=True):
        """A unit is dropped with probability p; the others grow by 1 / (1 - p)."""
        if not training or self.p == 0.0:
            self.mask = None
            return x
        keep = self.rng.random(x.shape) >= self.p
        self.mask = keep / (1.0 - self.p)
        return x * self.mask

    def backward(self, dy):
        """The same mask: drawing another one would train another network."""
        return dy if self.mask is None else dy * self.mask


def check():
    rng = np.random.default_rng(15)
    x = rng.normal(loc=1.0, size=(400, 500))
    layer = Dropout(0.3, rng)
    y = layer.forward(x)
    dropped = y == 0.0
    assert abs(dropped.mean() - 0.3) < 0.01
    assert np.allclose(y[~dropped], x[~dropped] / 0.7)
    assert abs(y.mean() - x.mean()) < 0.02  # the mean stays, so use needs no factor
    assert y.var() > x.var()  # the variance grows

    dy = layer.backward(np.ones_like(x))
    assert (dy[dropped] == 0.0).all() and np.allclose(dy[~dropped], 1.0 / 0.7)
    assert layer.forward(x, training=False) is x
    assert (layer.backward(x) == x).all()
    assert Dropout(0.0, rng).forward(x) is x
    # Another pass draws another mask.
    assert (layer.forward(x) == 0.0).sum() != 0 and ((layer.mask == 0.0) != dropped).any()


if __name__ == "__main__":
    check()
