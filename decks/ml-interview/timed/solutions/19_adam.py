"""Adam with bias correction, and AdamW, whose weight decay does not go through the moments."""
import numpy as np


class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, l2=0.0, decay=0.0):
        """l2 is added to the gradient (Adam with L2); decay acts on the weight itself (AdamW)."""
        self.params, self.lr, self.betas, self.eps = params, lr, betas, eps
        self.l2, self.decay, self.t = l2, decay, 0
        self.m = [np.zeros_like(p) for p in params]
        self.v = [np.zeros_like(p) for p in params]

    def step(self, gradients):
        self.t += 1
        b1, b2 = self.betas
        for p, g, m, v in zip(self.params, gradients, self.m, self.v):
            g = g + self.l2 * p
            p *= 1.0 - self.lr * self.decay
            m += (1 - b1) * (g - m)
            v += (1 - b2) * (g * g - v)
            mhat = m / (1 - b1**self.t)  # both start at zero and would be too small
            vhat = v / (1 - b2**self.t)
            p -= self.lr * mhat / (np.sqrt(vhat) + self.eps)


def check():
    # The first step is lr in size, whatever the scale of the gradient.
    for scale in (1e-3, 1.0, 1e6):
        p = np.array([1.0, -1.0])
        Adam([p], lr=0.1).step([scale * np.array([3.0, -0.5])])
        assert np.allclose(p, [0.9, -0.9], atol=1e-5)

    # Two steps by hand: gradients 1 and 3.
    p = np.array([0.0])
    opt = Adam([p], lr=0.1)
    opt.step([np.array([1.0])])
    opt.step([np.array([3.0])])
    mhat = (0.9 * 0.1 * 1 + 0.1 * 3) / (1 - 0.9**2)
    vhat = (0.999 * 0.001 * 1 + 0.001 * 9) / (1 - 0.999**2)
    assert np.allclose(p, -0.1 - 0.1 * mhat / np.sqrt(vhat))

    # A valley 10,000 times as steep in one direction as in the other.
    p, curvature = np.array([5.0, 5.0]), np.array([1.0, 1e4])
    opt = Adam([p], lr=0.05)
    for i in range(3000):
        opt.lr = 0.05 * (1 - i / 3000)
        opt.step([curvature * p])
    assert (np.abs(p) < 1e-2).all()

    # AdamW shrinks a weight without gradient by 1 - lr decay; L2 in Adam moves it by lr.
    p, q = np.array([2.0]), np.array([2.0])
    Adam([p], lr=0.1, decay=0.01).step([np.zeros(1)])
    Adam([q], lr=0.1, l2=0.01).step([np.zeros(1)])
    assert np.isclose(p[0], 2.0 * 0.999) and np.isclose(q[0], 1.9, atol=1e-5)


if __name__ == "__main__":
    check()
