"""Batch normalisation of (N, D): forward in training and use, and the backward pass."""
import numpy as np


class BatchNorm:
    def __init__(self, d, momentum=0.1, eps=1e-5):
        self.gamma, self.beta = np.ones(d), np.zeros(d)
        self.mean, self.var = np.zeros(d), np.ones(d)  # running, for use
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=True):
        if not training:
            scale = self.gamma / np.sqrt(self.var + self.eps)
            return x * scale + (self.beta - self.mean * scale)
        n, m = len(x), self.momentum
        mean, var = x.mean(0), x.var(0)  # the batch is normalised with n ...
        self.inv = 1.0 / np.sqrt(var + self.eps)
        self.xhat = (x - mean) * self.inv
        self.mean = (1 - m) * self.mean + m * mean
        self.var = (1 - m) * self.var + m * var * n / (n - 1)  # ... the running one has n - 1
        return self.gamma * self.xhat + self.beta

    def backward(self, dy):
        """
        dx = inv (dxhat - mean(dxhat) - xhat mean(dxhat xhat)): what is left of the gradient without
        its parts along 1 and along xhat, since neither shift nor scale of x matters.
        """
        self.dgamma = (dy * self.xhat).sum(0)
        self.dbeta = dy.sum(0)
        g = dy * self.gamma
        return self.inv * (g - g.mean(0) - self.xhat * (g * self.xhat).mean(0))


def check():
    rng = np.random.default_rng(14)
    x, dy = rng.normal(loc=3.0, scale=2.0, size=(8, 3)), rng.normal(size=(8, 3))
    bn = BatchNorm(3)
    bn.gamma, bn.beta = rng.normal(size=3), rng.normal(size=3)
    y = bn.forward(x)
    assert np.allclose(y.mean(0), bn.beta) and np.allclose(y.std(0), abs(bn.gamma), atol=1e-4)

    dx = bn.backward(dy)
    dgamma, dbeta, h = bn.dgamma, bn.dbeta, 1e-6
    for i in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[i] += h
        down[i] -= h
        slope = ((bn.forward(up) - bn.forward(down)) * dy).sum() / (2 * h)
        assert abs(slope - dx[i]) < 1e-6
    assert np.allclose(dx.sum(0), 0.0)  # a shift of x changes nothing
    bn.gamma += h
    up = (bn.forward(x) * dy).sum(0)
    bn.gamma -= 2 * h
    assert np.allclose((up - (bn.forward(x) * dy).sum(0)) / (2 * h), dgamma)
    assert np.allclose(dbeta, dy.sum(0))

    bn = BatchNorm(3, momentum=1.0)  # remembers the last batch only
    bn.forward(x)
    assert np.allclose(bn.var, x.var(0, ddof=1))

    # In use: the running figures, and each row for itself.
    bn = BatchNorm(3)
    for _ in range(300):
        bn.forward(rng.normal(loc=3.0, scale=2.0, size=(64, 3)))
    assert np.allclose(bn.mean, 3.0, atol=0.3) and np.allclose(bn.var, 4.0, atol=0.7)
    assert np.allclose(bn.forward(x, training=False)[:1], bn.forward(x[:1], training=False))


if __name__ == "__main__":
    check()
