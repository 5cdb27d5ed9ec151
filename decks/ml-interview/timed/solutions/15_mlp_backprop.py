"""A multilayer perceptron with ReLU: forward and backward pass written out."""
import numpy as np


def init(sizes, rng):
    """He initialisation: variance 2 / fan-in keeps the scale of activations under ReLU."""
    return [(rng.normal(scale=np.sqrt(2.0 / a), size=(a, b)), np.zeros(b))
            for a, b in zip(sizes, sizes[1:])]


def forward(params, X):
    """Logits, and the input of each layer, which the backward pass needs."""
    inputs = []
    for i, (W, b) in enumerate(params):
        inputs.append(X)
        X = X @ W + b
        if i + 1 < len(params):
            X = np.maximum(X, 0.0)
    return X, inputs


def loss_and_gradients(params, X, y):
    Z, inputs = forward(params, X)
    Z = Z - Z.max(1, keepdims=True)
    logp = Z - np.log(np.exp(Z).sum(1, keepdims=True))
    delta = np.exp(logp)
    delta[np.arange(len(y)), y] -= 1.0
    delta /= len(y)  # of the mean loss, by the logits
    gradients = []
    for i in reversed(range(len(params))):
        gradients.append((inputs[i].T @ delta, delta.sum(0)))
        # An input of a hidden layer is ReLU's output: positive where the gradient passes.
        delta = (delta @ params[i][0].T) * (inputs[i] > 0) if i > 0 else None
    return -logp[np.arange(len(y)), y].mean(), gradients[::-1]


def train(params, X, y, lr=0.5, steps=500):
    for _ in range(steps):
        loss, gradients = loss_and_gradients(params, X, y)
        params = [(W - lr * dW, b - lr * db) for (W, b), (dW, db) in zip(params, gradients)]
    return params, loss


def check():
    rng = np.random.default_rng(12)
    params = init([3, 8, 6, 4], rng)
    X, y = rng.normal(size=(7, 3)), rng.integers(0, 4, size=7)
    start, gradients = loss_and_gradients(params, X, y)
    for (W, b), (dW, db) in zip(params, gradients):
        for value, slope in ((W, dW), (b, db)):
            for _ in range(5):
                i, h = tuple(rng.integers(n) for n in value.shape), 1e-6
                old = value[i]
                value[i] = old + h
                up = loss_and_gradients(params, X, y)[0]
                value[i] = old - h
                down = loss_and_gradients(params, X, y)[0]
                value[i] = old
                assert abs((up - down) / (2 * h) - slope[i]) < 1e-6
    # It learns exclusive or, which no linear model can.
    X, y = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]), np.array([0, 1, 1, 0])
    params, loss = train(init([2, 16, 2], rng), X, y)
    assert loss < 0.05 and (forward(params, X)[0].argmax(1) == y).all()


if __name__ == "__main__":
    check()
