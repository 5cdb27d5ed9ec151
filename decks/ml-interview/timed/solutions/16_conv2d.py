"""2-D convolution, forward: with loops over the kernel only, and as one matrix product (im2col)."""
import numpy as np


def output_size(n, kernel, stride, pad):
    return (n + 2 * pad - kernel) // stride + 1


def conv2d(x, w, b, stride=1, pad=0):
    """x: (N, C, H, W), w: (F, C, kh, kw), b: (F,). Cross-correlation, as in every framework."""
    N, _, H, W = x.shape
    F, _, kh, kw = w.shape
    oh, ow = output_size(H, kh, stride, pad), output_size(W, kw, stride, pad)
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    out = np.zeros((N, F, oh, ow)) + b[None, :, None, None]
    for i in range(kh):
        for j in range(kw):
            part = x[:, :, i : i + stride * oh : stride, j : j + stride * ow : stride]
            out += np.einsum("nchw,fc->nfhw", part, w[:, :, i, j])
    return out


def conv2d_im2col(x, w, b, stride=1, pad=0):
    """Each window becomes a row of C kh kw numbers; then one matrix product does it all."""
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    win = np.lib.stride_tricks.sliding_window_view(x, w.shape[2:], axis=(2, 3))
    win = win[:, :, ::stride, ::stride]  # (N, C, oh, ow, kh, kw), still a view
    N, _, oh, ow = win.shape[:4]
    rows = win.transpose(0, 2, 3, 1, 4, 5).reshape(N * oh * ow, -1)
    out = rows @ w.reshape(len(w), -1).T + b
    return out.reshape(N, oh, ow, -1).transpose(0, 3, 1, 2)


def check():
    x = np.arange(9.0).reshape(1, 1, 3, 3)
    w = np.array([[[[1.0, 0.0], [0.0, -1.0]]]])
    # Every window: upper left minus lower right, not flipped.
    assert (conv2d(x, w, np.zeros(1)) == -4.0).all()
    assert conv2d(x, w, np.zeros(1)).shape == (1, 1, 2, 2)

    rng = np.random.default_rng(13)
    x, w, b = rng.normal(size=(2, 3, 8, 9)), rng.normal(size=(4, 3, 3, 2)), rng.normal(size=4)
    for stride in (1, 2, 3):
        for pad in (0, 1, 2):
            a, c = conv2d(x, w, b, stride, pad), conv2d_im2col(x, w, b, stride, pad)
            shape = (2, 4, output_size(8, 3, stride, pad), output_size(9, 2, stride, pad))
            assert a.shape == c.shape == shape and np.allclose(a, c)
    # One output by hand, from the definition.
    assert np.isclose(conv2d(x, w, b, 2)[1, 3, 2, 1], (x[1, :, 4:7, 2:4] * w[3]).sum() + b[3])
    # A kernel of 1 x 1 is a linear map of the channels; "same" padding keeps the size.
    one = conv2d(x, w[:, :, :1, :1], b)
    assert np.allclose(one[0, :, 5, 5], w[:, :, 0, 0] @ x[0, :, 5, 5] + b)
    assert output_size(224, 7, 2, 3) == 112 and output_size(32, 3, 1, 1) == 32


if __name__ == "__main__":
    check()
