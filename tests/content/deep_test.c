/* deep_test.c - the figures of deep learning. */
#include "figure.h"

#include <math.h>

#define DEEP "ml-interview/questions/04-deep-learning.md"

TEST(figures_of_gradients_and_layers_hold)
{
	double spread = sqrt((9 + 1 + 1 + 9) / 4.0), unbiased = (9 + 1 + 1 + 9) / 3.0;
	double layer = sqrt((4 + 1 + 0 + 9) / 4.0), root = sqrt((1 + 4 + 9 + 36) / 4.0);
	const struct figure s[] = {
		{ DEEP, "there are 203,530 parameters", (784 + 1) * 256 + (256 + 1) * 10, 203530,
			1e-9 },
		{ DEEP, "sigmoid | at most 0.25", sigmoid(0) * (1 - sigmoid(0)), 0.25, 1e-9 },
		{ DEEP, "GELU is 0.841 at 1", 1 * normal_below(1), 0.841, 0.001 },
		{ DEEP, "and -0.159 at -1", -1 * normal_below(-1), -0.159, 0.003 },
		{ DEEP, "10,923 for $d = 4096$", 8 * 4096 / 3.0, 10923, 0.0001 },
		{ DEEP, "a standard deviation of 0.0625", sqrt(2 / 512.0), 0.0625, 1e-9 },
		{ DEEP, "0.051 for 512 to 256", sqrt(2 / (512 + 256.0)), 0.051, 0.002 },
		{ DEEP, "/ 2 = 0.0256", 512 * 0.01 * 0.01 / 2, 0.0256, 1e-9 },
		{ DEEP, "After ten layers $10^{-16}$", log10(pow(512 * 0.01 * 0.01 / 2, 10)), -16,
			0.01 },
		{ DEEP, "$0.25^{20} = 9 \\times 10^{-13}$", pow(0.25, 20), 9e-13, 0.02 },
		{ DEEP, "factor 1.1 give 13,781", pow(1.1, 100), 13781, 0.0001 },
		{ DEEP, "of factor 0.9 give 0.000027", pow(0.9, 100), 0.000027, 0.02 },
		{ DEEP, "have mean 5 and variance 5", (2 + 4 + 6 + 8) / 4.0, 5, 1e-9 },
		{ DEEP, "have mean 5 and variance 5", spread * spread, 5, 1e-9 },
		{ DEEP, "-1.342, -0.447, 0.447, 1.342", (2 - 5) / spread, -1.342, 0.001 },
		{ DEEP, "-1.342, -0.447, 0.447, 1.342", (6 - 5) / spread, 0.447, 0.001 },
		{ DEEP, "here 6.667", unbiased, 6.667, 0.001 },
		{ DEEP, "from 1 to 1.567", 0.9 * 1 + 0.1 * unbiased, 1.567, 0.001 },
		{ DEEP, "the mean from 0 to 0.5", 0.9 * 0 + 0.1 * 5, 0.5, 1e-9 },
		{ DEEP, "after 10 steps 35 % of the start is left", 100 * pow(0.9, 10), 35, 0.01 },
		{ DEEP, "after 50 it is 0.5 %", 100 * pow(0.9, 50), 0.5, 0.05 },
		{ DEEP, "mean 3, variance 3.5", (1 + 2 + 3 + 6) / 4.0, 3, 1e-9 },
		{ DEEP, "mean 3, variance 3.5", layer * layer, 3.5, 1e-9 },
		{ DEEP, "(-1.069, -0.535, 0, 1.604)", (1 - 3) / layer, -1.069, 0.001 },
		{ DEEP, "(-1.069, -0.535, 0, 1.604)", (2 - 3) / layer, -0.535, 0.001 },
		{ DEEP, "(-1.069, -0.535, 0, 1.604)", (6 - 3) / layer, 1.604, 0.001 },
		{ DEEP, "$\\sqrt{12.5} = 3.536$", root, 3.536, 0.001 },
		{ DEEP, "(0.283, 0.566, 0.849, 1.697)", 1 / root, 0.283, 0.001 },
		{ DEEP, "(0.283, 0.566, 0.849, 1.697)", 2 / root, 0.566, 0.001 },
		{ DEEP, "(0.283, 0.566, 0.849, 1.697)", 3 / root, 0.849, 0.001 },
		{ DEEP, "(0.283, 0.566, 0.849, 1.697)", 6 / root, 1.697, 0.001 },
		{ DEEP, "as large as $x^2$ at $p = 0.5$", 0.5 / (1 - 0.5), 1, 1e-9 },
		{ DEEP, "$0.111 x^2$ at $p = 0.1$", 0.1 / (1 - 0.1), 0.111, 0.002 },
	};
	figures_hold(s, LENGTH(s));
}

/* Linear warm-up, then half a cosine. */
static double rate(double step)
{
	double x = (step - 2000) / (100000 - 2000);
	return step < 2000 ? 3e-4 * step / 2000
			   : 3e-5 + (3e-4 - 3e-5) / 2 * (1 + cos(acos(-1) * x));
}

TEST(figures_of_optimisation_hold)
{
	double plain = (100 - 1) / (100 + 1.0), heavy = (10 - 1) / (10 + 1.0);
	double m = (1 - 0.9) * 0.02, v = (1 - 0.999) * 0.02 * 0.02;
	const struct figure s[] = {
		{ DEEP, "tenfold at $\\beta = 0.9$", 1 / (1 - 0.9), 10, 1e-9 },
		{ DEEP, "0.980 and 0.818", plain, 0.980, 0.001 },
		{ DEEP, "0.980 and 0.818", heavy, 0.818, 0.001 },
		{ DEEP, "about 691 steps without", log(1e-6) / log(plain), 691, 0.001 },
		{ DEEP, "69 with it", log(1e-6) / log(heavy), 69, 0.005 },
		{ DEEP, "$m = 0.002$", m, 0.002, 1e-9 },
		{ DEEP, "$v = 4 \\times 10^{-7}$", v, 4e-7, 1e-9 },
		{ DEEP, "$0.02/0.02 = 1$", m / (1 - 0.9) / sqrt(v / (1 - 0.999)), 1, 1e-9 },
		{ DEEP, "$0.002/0.000632 = 3.16$", sqrt(v), 0.000632, 0.001 },
		{ DEEP, "$0.002/0.000632 = 3.16$", m / sqrt(v), 3.16, 0.001 },
		{ DEEP, "1,000 for 0.999", 1 / (1 - 0.999), 1000, 1e-9 },
		{ DEEP, "20 for 0.95", 1 / (1 - 0.95), 20, 1e-9 },
		{ DEEP, "by about 0.00001 and 0.001", 0.001 * 0.01 * 1 / 1, 0.00001, 1e-9 },
		{ DEEP, "by about 0.00001 and 0.001", 0.001 * 0.01 * 1 / 0.01, 0.001, 1e-9 },
		{ DEEP, "a factor of 100 apart", 1 / 0.01, 100, 1e-9 },
		{ DEEP, "both move by 0.00001", 0.001 * 0.01 * 1, 0.00001, 1e-9 },
		{ DEEP, "decay of 0.1, 10,000 steps", 1 / (0.001 * 0.1), 10000, 1e-9 },
		{ DEEP, "At step 1,000 it gives 0.00015", rate(1000), 0.00015, 1e-9 },
		{ DEEP, "at 2,000 the peak", rate(2000), 3e-4, 1e-9 },
		{ DEEP, "at 51,000 (half the cosine) 0.000165", rate(51000), 0.000165, 1e-9 },
		{ DEEP, "linear rule, times 16: 0.1 becomes 1.6", 0.1 * 4096 / 256, 1.6, 1e-9 },
		{ DEEP, "the square root, times 4", sqrt(4096 / 256.0), 4, 1e-9 },
		{ DEEP, "5,005 steps at 256", ceil(1281167 / 256.0), 5005, 1e-9 },
		{ DEEP, "313 at 4,096", ceil(1281167 / 4096.0), 313, 1e-9 },
		{ DEEP, "that is no harm at 256 each", 4096 / 16.0, 256, 1e-9 },
		{ DEEP, "the loss scale, say 65,536", pow(2, 16), 65536, 1e-9 },
		{ DEEP, "2.0 and 3.0 average to 2.5", (2.0 + 3.0) / 2, 2.5, 1e-9 },
		{ DEEP, "per token it is 2.75", (100 * 2.0 + 300 * 3.0) / (100 + 300), 2.75, 1e-9 },
		{ DEEP, "norms 3 and 4 have 5 together", hypot(3, 4), 5, 1e-9 },
		{ DEEP, "scales both by 0.2", fmin(1, 1 / hypot(3, 4)), 0.2, 1e-9 },
	};
	figures_hold(s, LENGTH(s));
}

/* Of a binary format: the largest number. */
static double largest(int exponent_bits, int fraction_bits)
{
	return (2 - ldexp(1, -fraction_bits)) * ldexp(1, (1 << (exponent_bits - 1)) - 1);
}

/* The least one that is not subnormal. */
static double least_normal(int exponent_bits)
{
	return ldexp(1, 2 - (1 << (exponent_bits - 1)));
}

TEST(figures_of_mixed_precision_hold)
{
	const struct figure s[] = {
		{ DEEP, "| largest | 3.4e38 | 65,504 | 3.4e38 |", largest(8, 23), 3.4e38, 0.005 },
		{ DEEP, "| largest | 3.4e38 | 65,504 | 3.4e38 |", largest(5, 10), 65504, 1e-9 },
		{ DEEP, "| largest | 3.4e38 | 65,504 | 3.4e38 |", largest(8, 7), 3.4e38, 0.005 },
		{ DEEP, "| least normal | 1.2e-38 | 6.1e-5 | 1.2e-38 |", least_normal(8), 1.2e-38,
			0.03 },
		{ DEEP, "| least normal | 1.2e-38 | 6.1e-5 | 1.2e-38 |", least_normal(5), 6.1e-5,
			0.005 },
		{ DEEP, "| 1.2e-7 | 0.00098 | 0.0078 |", ldexp(1, -23), 1.2e-7, 0.01 },
		{ DEEP, "| 1.2e-7 | 0.00098 | 0.0078 |", ldexp(1, -10), 0.00098, 0.005 },
		{ DEEP, "| 1.2e-7 | 0.00098 | 0.0078 |", ldexp(1, -7), 0.0078, 0.005 },
		{ DEEP, "least subnormal of float16, 6.0e-8", least_normal(5) * ldexp(1, -10),
			6.0e-8, 0.01 },
		{ DEEP, "near 1 bfloat16 cannot represent 1.001", nearbyint(0.001 / ldexp(1, -7)),
			0, 0.1 },
		{ DEEP, "1e-8, which float16 rounds to zero",
			nearbyint(1e-8 / (least_normal(5) * ldexp(1, -10))), 0, 0.1 },
		{ DEEP, "**16 bytes**", 2 + 2 + 4 + 4 + 4, 16, 1e-9 },
		{ DEEP, "7 billion parameters: 112 GB", 7e9 * (2 + 2 + 4 + 4 + 4) / 1e9, 112,
			1e-9 },
		{ DEEP, "`exp(89)` overflows float32", log(largest(8, 23)) < 89, 1, 1e-9 },
		{ DEEP, "`exp(12)` float16", log(largest(5, 10)) < 12, 1, 1e-9 },
		{ DEEP, "`exp` above 11 in float16", log(largest(5, 10)), 11, 0.01 },
	};
	figures_hold(s, LENGTH(s));
}

static double conv_out(double in, double kernel, double stride, double pad)
{
	return floor((in + 2 * pad - kernel) / stride) + 1;
}

/* Of the first n of these layers; kernels count with their dilation. */
static double receptive(const int (*layer)[2], int n, double *jump)
{
	double r = 1;
	*jump = 1;
	for (int i = 0; i < n; i++) {
		r += (layer[i][0] - 1) * *jump;
		*jump *= layer[i][1];
	}
	return r;
}

TEST(figures_of_architectures_hold)
{
	static const int stack[][2] = { { 7, 2 }, { 3, 2 }, { 3, 1 }, { 3, 1 } };
	static const int dilated[][2] = { { 3, 1 }, { 5, 1 }, { 9, 1 }, { 17, 1 } };
	static const int three[][2] = { { 3, 1 }, { 3, 1 }, { 3, 1 } };
	double j[7], side = conv_out(224, 7, 2, 3), pooled = conv_out(side, 3, 2, 1);
	double r1 = receptive(stack, 1, &j[1]), r2 = receptive(stack, 2, &j[2]);
	double r3 = receptive(stack, 3, &j[3]), r4 = receptive(stack, 4, &j[4]);
	double full = 9.0 * 128 * 256, split = 9.0 * 128 + 128.0 * 256;
	double lstm = 4.0 * (512 * (256 + 512) + 512), table = 200e6 * 64 * 4 / 1e9;
	double rows = ceil(sqrt(200e6));
	const struct figure s[] = {
		{ DEEP, "\\right\\rfloor + 1 = 112", side, 112, 1e-9 },
		{ DEEP, "= 9,408", 64 * (3 * 7 * 7), 9408, 1e-9 },
		{ DEEP, "biases if any: 9,472", 64 * (3 * 7 * 7) + 64, 9472, 1e-9 },
		{ DEEP, "each output costs 147", 3 * 7 * 7, 147, 1e-9 },
		{ DEEP, "= 118 million", side * side * 64 * 3 * 7 * 7 / 1e6, 118, 0.001 },
		{ DEEP, "802,816 numbers an image", 64 * side * side, 802816, 1e-9 },
		{ DEEP, "3.2 MB in float32", 64 * side * side * 4 / 1e6, 3.2, 0.005 },
		{ DEEP, "after it gives 56 × 56", pooled, 56, 1e-9 },
		{ DEEP, "201 million weights", 64 * pooled * pooled * 1000 / 1e6, 201, 0.002 },
		{ DEEP, "65,000 with biases", (64 + 1) * 1000, 65000, 1e-9 },
		{ DEEP, "| 7 × 7, stride 2 | 7 | 2 |", r1, 7, 1e-9 },
		{ DEEP, "| 7 × 7, stride 2 | 7 | 2 |", j[1], 2, 1e-9 },
		{ DEEP, "| pool 3 × 3, stride 2 | 11 | 4 |", r2, 11, 1e-9 },
		{ DEEP, "| pool 3 × 3, stride 2 | 11 | 4 |", j[2], 4, 1e-9 },
		{ DEEP, "| 3 × 3 | 19 | 4 |", r3, 19, 1e-9 },
		{ DEEP, "| 3 × 3 | 19 | 4 |", j[3], 4, 1e-9 },
		{ DEEP, "| 3 × 3 | 27 | 4 |", r4, 27, 1e-9 },
		{ DEEP, "| 3 × 3 | 27 | 4 |", j[4], 4, 1e-9 },
		{ DEEP, "It is 27 pixels", r4, 27, 1e-9 },
		{ DEEP, "1, 2, 4, 8 see 31 pixels", receptive(dilated, 4, &j[5]), 31, 1e-9 },
		{ DEEP, "Both see 7 pixels", receptive(three, 3, &j[6]), 7, 1e-9 },
		{ DEEP, "three have $27C^2$ weights", 3 * 3 * 3, 27, 1e-9 },
		{ DEEP, "the one has $49C^2$", 7 * 7, 49, 1e-9 },
		{ DEEP, "294,912 weights become", full, 294912, 1e-9 },
		{ DEEP, "1,152 + 32,768 = 33,920", 9 * 128, 1152, 1e-9 },
		{ DEEP, "1,152 + 32,768 = 33,920", 128 * 256, 32768, 1e-9 },
		{ DEEP, "1,152 + 32,768 = 33,920", split, 33920, 1e-9 },
		{ DEEP, "a ratio of 0.115", split / full, 0.115, 0.001 },
		{ DEEP, "a ratio of 0.115", 1 / 256.0 + 1 / 9.0, 0.115, 0.001 },
		{ DEEP, "not 8.7 times faster", full / split, 8.7, 0.002 },
		{ DEEP, "after 20 steps $9.5 \\times 10^{-7}$", pow(sigmoid(0), 20), 9.5e-7,
			0.005 },
		{ DEEP, "A gate of 0.982 (bias 4)", sigmoid(4), 0.982, 0.001 },
		{ DEEP, "leaves 70 %", 100 * pow(sigmoid(4), 20), 70, 0.01 },
		{ DEEP, "1 gives 0.731 a step", sigmoid(1), 0.731, 0.001 },
		{ DEEP, "$h = 512$: 1,574,912", lstm, 1574912, 1e-9 },
		{ DEEP, "2,048 more", 4 * 512, 2048, 1e-9 },
		{ DEEP, "200 million ids are 51.2 GB", table, 51.2, 1e-9 },
		{ DEEP, "make it 153.6 GB", 3 * table, 153.6, 1e-9 },
		{ DEEP, "two tables of 14,143 rows", rows, 14143, 1e-9 },
		{ DEEP, "from 28,286 rows", 2 * rows, 28286, 1e-9 },
	};
	figures_hold(s, LENGTH(s));
}

/* The share of the first of three logits at a temperature. */
static double share(double a, double b, double c, double t)
{
	return 1 / (1 + exp((b - a) / t) + exp((c - a) / t));
}

static double focal(double p)
{
	return -(1 - p) * (1 - p) * log(p);
}

TEST(figures_of_losses_hold)
{
	const struct figure s[] = {
		{ DEEP, "$p$ = (0.665, 0.245, 0.090)", share(2, 1, 0, 1), 0.665, 0.001 },
		{ DEEP, "$p$ = (0.665, 0.245, 0.090)", share(1, 2, 0, 1), 0.245, 0.002 },
		{ DEEP, "$p$ = (0.665, 0.245, 0.090)", share(0, 2, 1, 1), 0.090, 0.001 },
		{ DEEP, "$L$ = 0.408", -log(share(2, 1, 0, 1)), 0.408, 0.001 },
		{ DEEP, "gradient (-0.335, 0.245, 0.090)", share(2, 1, 0, 1) - 1, -0.335, 0.001 },
		{ DEEP, "6.908 for 1,000 classes", log(1000), 6.908, 0.001 },
		{ DEEP, "from 0.105 to 0.00105", -log(0.9), 0.105, 0.005 },
		{ DEEP, "from 0.105 to 0.00105", focal(0.9), 0.00105, 0.005 },
		{ DEEP, "a hundredth", focal(0.9) / -log(0.9), 0.01, 1e-9 },
		{ DEEP, "from 2.303 to 1.865", -log(0.1), 2.303, 0.001 },
		{ DEEP, "from 2.303 to 1.865", focal(0.1), 1.865, 0.001 },
		{ DEEP, "add up to 10,536", 100000 * -log(0.9), 10536, 0.001 },
		{ DEEP, "100 hard objects at 0.1 with 230", 100 * -log(0.1), 230, 0.002 },
		{ DEEP, "it is 105 against 187", 100000 * focal(0.9), 105, 0.005 },
		{ DEEP, "it is 105 against 187", 100 * focal(0.1), 187, 0.005 },
		{ DEEP, "-4.6 for 1 %", -log((1 - 0.01) / 0.01), -4.6, 0.002 },
		{ DEEP, "at $\\tau = 0.1$ the loss is 0.129", -log(share(0.8, 0.6, 0.2, 0.1)),
			0.129, 0.001 },
		{ DEEP, "at $\\tau = 1$ it is 0.862", -log(share(0.8, 0.6, 0.2, 1)), 0.862, 0.001 },
		{ DEEP, "6.93 for 1,024", log(1024), 6.93, 0.001 },
		{ DEEP, "with margin 0.2 cost 0.1", fmax(0, 0.5 - 0.6 + 0.2), 0.1, 1e-9 },
		{ DEEP, "2.303 for ten", log(10), 2.303, 0.001 },
	};
	figures_hold(s, LENGTH(s));
}

/* What is left of the image after so many steps of noise that grows linearly. */
static double signal_left(int steps, double from, double to)
{
	double left = 1;
	for (int i = 0; i < steps; i++)
		left *= 1 - (from + (to - from) * i / (steps - 1));
	return left;
}

/* The weights of a ResNet-50 before its last layer: convolutions and two numbers a channel of batch norm. */
static double resnet50_backbone(void)
{
	static const int blocks[] = { 3, 4, 6, 3 };
	double n = 64 * 3 * 49 + 2 * 64;
	int in = 64;
	for (int stage = 0; stage < 4; stage++)
		for (int b = 0; b < blocks[stage]; b++) {
			int mid = 64 << stage, out = 4 * mid;
			n += in * mid + 9.0 * mid * mid + mid * out + 2 * (mid + mid + out);
			n += b == 0 ? in * out + 2 * out : 0;
			in = out;
		}
	return n;
}

TEST(figures_of_transfer_and_generative_models_hold)
{
	const struct figure s[] = {
		{ DEEP, "23.5 million weights in its backbone", resnet50_backbone() / 1e6, 23.5,
			0.001 },
		{ DEEP, "2,048 features has 4,098", 2048 * 2 + 2, 4098, 1e-9 },
		{ DEEP, "(0.946, 0.047, 0.006)", share(5, 2, 0, 1), 0.946, 0.001 },
		{ DEEP, "(0.946, 0.047, 0.006)", share(2, 5, 0, 1), 0.047, 0.01 },
		{ DEEP, "(0.946, 0.047, 0.006)", share(0, 5, 2, 1), 0.006, 0.08 },
		{ DEEP, "(0.569, 0.269, 0.163)", share(5, 2, 0, 4), 0.569, 0.001 },
		{ DEEP, "(0.569, 0.269, 0.163)", share(2, 5, 0, 4), 0.269, 0.002 },
		{ DEEP, "(0.569, 0.269, 0.163)", share(0, 5, 2, 4), 0.163, 0.001 },
		{ DEEP, "which is 0.818 for $\\mu = 1$", (1 + 0.25 - 1 - log(0.25)) / 2, 0.818,
			0.001 },
		{ DEEP, "where it is -1.386", -log(4), -1.386, 0.001 },
		{ DEEP, "gives $1 - D = 0.99$", 1 - 0.01, 0.99, 1e-9 },
		{ DEEP, "ends at 0.00004", signal_left(1000, 0.0001, 0.02), 0.00004, 0.02 },
		{ DEEP, "48 times fewer numbers", 512 * 512 * 3 / (64 * 64 * 4.0), 48, 1e-9 },
	};
	figures_hold(s, LENGTH(s));
}
