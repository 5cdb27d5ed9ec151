/* learning_test.c - the figures of the questions about classical and deep learning, worked out. */
#include "figure.h"

#include <math.h>

#define CLASSICAL "ml-interview/questions/03-classical-ml.md"
#define DEEP      "ml-interview/questions/04-deep-learning.md"

static double sigmoid(double z)
{
	return 1 / (1 + exp(-z));
}

/* ---- classical models */

TEST(figures_of_linear_models_hold)
{
	double mean_y = (1 + 3 + 4) / 3.0;
	double sxy = (0 - 1) * (1 - mean_y) + (1 - 1) * (3 - mean_y) + (2 - 1) * (4 - mean_y);
	double sxx = 1 + 0 + 1, step = 0.1 * (1 - sigmoid(0));
	double mixed = (sigmoid(2 + 0.9) + sigmoid(-2 + 0.9)) / 2;
	double three[] = { 10, 3, 0.1 }, freedom = 0;
	for (size_t i = 0; i < LENGTH(three); i++)
		freedom += three[i] * three[i] / (three[i] * three[i] + 1);
	const struct figure s[] = {
		{ CLASSICAL, "\\bar y = 8/3", mean_y, 8 / 3.0, 1e-9 },
		{ CLASSICAL, "S_{xy} = 3$", sxy, 3, 1e-9 },
		{ CLASSICAL, "S_{xx} = 2$", sxx, 2, 1e-9 },
		{ CLASSICAL, "slope is 1.5", sxy / sxx, 1.5, 1e-9 },
		{ CLASSICAL, "the intercept is 1.167", mean_y - sxy / sxx * 1, 1.167, 0.001 },
		{ CLASSICAL, "$10^4$ becomes $10^8$", 1e4 * 1e4, 1e8, 1e-9 },
		{ CLASSICAL, "$b = 0.05$ is about 5 % a unit", 100 * (exp(0.05) - 1), 5, 0.03 },
		{ CLASSICAL, "a factor of 1.133", exp(0.5 * 0.5 / 2), 1.133, 0.001 },
		{ CLASSICAL, "12 % too low", 100 * (1 - exp(-0.5 * 0.5 / 2)), 12, 0.03 },
		{ CLASSICAL, "the new weights are (0.05, 0.1)", step * 1, 0.05, 1e-9 },
		{ CLASSICAL, "the new weights are (0.05, 0.1)", step * 2, 0.1, 1e-9 },
		{ CLASSICAL, "$p$ rises to 0.562", sigmoid(step + 2 * step * 2), 0.562, 0.001 },
		{ CLASSICAL, "$5 - 3 = 2$", 10 * sigmoid(0) - 3, 2, 1e-9 },
		{ CLASSICAL, "$10 \\cdot 0.25 = 2.5$", 10 * sigmoid(0) * (1 - sigmoid(0)), 2.5,
			1e-9 },
		{ CLASSICAL, "intercept becomes -0.8;", -(10 * sigmoid(0) - 3) / (10 * 0.5 * 0.5),
			-0.8, 1e-9 },
		{ CLASSICAL, "$\\log(3/7) = -0.847$", log(0.3 / 0.7), -0.847, 0.001 },
		{ CLASSICAL, "$e^{0.9} = 2.46$", exp(0.9), 2.46, 0.001 },
		{ CLASSICAL, "interval 1.37 to 4.43", exp(0.9 - 1.96 * 0.3), 1.37, 0.005 },
		{ CLASSICAL, "interval 1.37 to 4.43", exp(0.9 + 1.96 * 0.3), 4.43, 0.001 },
		{ CLASSICAL, "| with | 21.5 % | 71.1 % | 95.7 % |", sigmoid(log(0.1 / 0.9) + 0.9),
			0.215, 0.002 },
		{ CLASSICAL, "| with | 21.5 % | 71.1 % | 95.7 % |", sigmoid(0.9), 0.711, 0.001 },
		{ CLASSICAL, "| with | 21.5 % | 71.1 % | 95.7 % |", sigmoid(log(0.9 / 0.1) + 0.9),
			0.957, 0.001 },
		{ CLASSICAL, "at most 0.225", 0.9 * 0.5 * 0.5, 0.225, 1e-9 },
		{ CLASSICAL, "from 50 % to 59.9 %", (sigmoid(2) + sigmoid(-2)) / 2, 0.5, 1e-9 },
		{ CLASSICAL, "from 50 % to 59.9 %", mixed, 0.599, 0.001 },
		{ CLASSICAL, "a weight of 0.40", log(mixed / (1 - mixed)), 0.40, 0.002 },
		{ CLASSICAL, "| 3 | 1.5 | 2 | 1.667 |", 3 / (1 + 1.0), 1.5, 1e-9 },
		{ CLASSICAL, "| 3 | 1.5 | 2 | 1.667 |", fmax(3 - 1.0, 0), 2, 1e-9 },
		{ CLASSICAL, "| 3 | 1.5 | 2 | 1.667 |", (3 - 0.5) / (1 + 0.5), 1.667, 0.001 },
		{ CLASSICAL, "| 0.8 | 0.4 | 0 | 0.2 |", 0.8 / (1 + 1), 0.4, 1e-9 },
		{ CLASSICAL, "| 0.8 | 0.4 | 0 | 0.2 |", fmax(0.8 - 1, 0), 0, 1e-9 },
		{ CLASSICAL, "| 0.8 | 0.4 | 0 | 0.2 |", (0.8 - 0.5) / (1 + 0.5), 0.2, 1e-9 },
		{ CLASSICAL, "| -2 | -1 | -1 | -1 |", -2 / (1 + 1.0), -1, 1e-9 },
		{ CLASSICAL, "| -2 | -1 | -1 | -1 |", -fmax(2 - 1, 0), -1, 1e-9 },
		{ CLASSICAL, "| -2 | -1 | -1 | -1 |", -(2 - 0.5) / (1 + 0.5), -1, 1e-9 },
		{ CLASSICAL, "factors are 0.990, 0.9 and", 100 / 101.0, 0.990, 0.001 },
		{ CLASSICAL, "0.9 and 0.0099", 9 / (9 + 1.0), 0.9, 1e-9 },
		{ CLASSICAL, "0.9 and 0.0099", 0.01 / (0.01 + 1), 0.0099, 0.001 },
		{ CLASSICAL, "freedom**: 1.9 instead of 3", freedom, 1.9, 1e-4 },
		{ CLASSICAL, "from 10,000 to 100", 10 * 10 / (0.1 * 0.1), 10000, 1e-9 },
		{ CLASSICAL, "from 10,000 to 100", (10 * 10 + 1) / (0.1 * 0.1 + 1), 100, 1e-9 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_kernels_and_probabilistic_models_hold)
{
	double spam = 0.4 * pow((100 + 1) / (2000 + 1000.0), 2) * (5 + 1) / (2000 + 1000.0);
	double ham = 0.6 * pow((20 + 1) / (6000 + 1000.0), 2) * (179 + 1) / (6000 + 1000.0);
	double by_features = 1 + 2 * 1 * 3 + 2 * 2 * -1 + 1 * 9 + 2 * (1 * 2) * (3 * -1) + 4 * 1;
	const struct figure s[] = {
		{ CLASSICAL, "For $w = (3, 4)$ that is 0.4", 2 / sqrt(3 * 3 + 4 * 4), 0.4, 1e-9 },
		{ CLASSICAL, "$f = 0.3$ and $y = 1$ costs 0.7", fmax(0, 1 - 0.3), 0.7, 1e-9 },
		{ CLASSICAL, "so $k = 4$", pow(1 * 3 + 2 * -1 + 1, 2), 4, 1e-9 },
		{ CLASSICAL, "$1 + 6 - 4 + 9 - 12 + 4 = 4$", by_features, 4, 1e-9 },
		{ CLASSICAL, "4,598,126", choose(100 + 4, 4), 4598126, 1e-8 },
		{ CLASSICAL, "50,000 rows of doubles 20 GB", 50000.0 * 50000 * 8 / 1e9, 20, 1e-9 },
		{ CLASSICAL, "101/3000 = 0.0337", (100 + 1) / (2000 + 1000.0), 0.0337, 0.002 },
		{ CLASSICAL, "6/3000 = 0.0020", (5 + 1) / (2000 + 1000.0), 0.0020, 1e-9 },
		{ CLASSICAL, "21/7000 = 0.0030", (20 + 1) / (6000 + 1000.0), 0.0030, 1e-9 },
		{ CLASSICAL, "180/7000 = 0.0257", (179 + 1) / (6000 + 1000.0), 0.0257, 0.001 },
		{ CLASSICAL, "= 9.07 \\times 10^{-7}", spam, 9.07e-7, 0.001 },
		{ CLASSICAL, "= 1.39 \\times 10^{-7}", ham, 1.39e-7, 0.002 },
		{ CLASSICAL, "the ratio is 6.53", spam / ham, 6.53, 0.001 },
		{ CLASSICAL, "probability of spam is 0.867", spam / (spam + ham), 0.867, 0.001 },
		{ CLASSICAL, "the boundary is at 1.", (0 + 2) / 2.0, 1, 1e-9 },
		{ CLASSICAL, "it moves to 2.10", ((0 + 2) / 2.0 * 2 - log(0.1 / 0.9)) / 2, 2.10,
			0.001 },
		{ CLASSICAL, "1,275 for 50 features", 50 * (50 + 1) / 2.0, 1275, 1e-9 },
		{ CLASSICAL, "that is 256 GFLOP", 2 * 1e3 * 1e6 * 128 / 1e9, 256, 1e-9 },
		{ CLASSICAL, "4 GB of distances", 1e3 * 1e6 * 4 / 1e9, 4, 1e-9 },
		{ CLASSICAL, "would need 512 GB", 1e3 * 1e6 * 128 * 4 / 1e9, 512, 1e-9 },
	};
	figures_hold(s, LENGTH(s));
}

static double entropy(double p)
{
	return -p * log2(p) - (1 - p) * log2(1 - p);
}

static double gini(double p)
{
	return 2 * p * (1 - p);
}

TEST(figures_of_trees_and_forests_hold)
{
	double bits = 0.6 * entropy(2 / 12.0) + 0.4 * entropy(6 / 8.0);
	double impure = 0.6 * gini(2 / 12.0) + 0.4 * gini(6 / 8.0);
	double whole = pow(1 - 5.5, 2) + pow(2 - 5.5, 2) + pow(9 - 5.5, 2) + pow(10 - 5.5, 2);
	const struct figure s[] = {
		{ CLASSICAL, "information gain is 0.256 bits", entropy(8 / 20.0) - bits, 0.256,
			0.002 },
		{ CLASSICAL, "Gini decrease is 0.163", gini(8 / 20.0) - impure, 0.163, 0.003 },
		{ CLASSICAL, "| parent | 1 | 0.400 | 0.971 | 0.480 |", 8 / 20.0, 0.4, 1e-9 },
		{ CLASSICAL, "| parent | 1 | 0.400 | 0.971 | 0.480 |", entropy(8 / 20.0), 0.971,
			0.001 },
		{ CLASSICAL, "| parent | 1 | 0.400 | 0.971 | 0.480 |", gini(8 / 20.0), 0.480,
			1e-9 },
		{ CLASSICAL, "| left | 0.6 | 0.167 | 0.650 | 0.278 |", 12 / 20.0, 0.6, 1e-9 },
		{ CLASSICAL, "| left | 0.6 | 0.167 | 0.650 | 0.278 |", 2 / 12.0, 0.167, 0.003 },
		{ CLASSICAL, "| left | 0.6 | 0.167 | 0.650 | 0.278 |", entropy(2 / 12.0), 0.650,
			0.001 },
		{ CLASSICAL, "| left | 0.6 | 0.167 | 0.650 | 0.278 |", gini(2 / 12.0), 0.278,
			0.001 },
		{ CLASSICAL, "| right | 0.4 | 0.750 | 0.811 | 0.375 |", 8 / 20.0, 0.4, 1e-9 },
		{ CLASSICAL, "| right | 0.4 | 0.750 | 0.811 | 0.375 |", 6 / 8.0, 0.750, 1e-9 },
		{ CLASSICAL, "| right | 0.4 | 0.750 | 0.811 | 0.375 |", entropy(6 / 8.0), 0.811,
			0.001 },
		{ CLASSICAL, "| right | 0.4 | 0.750 | 0.811 | 0.375 |", gini(6 / 8.0), 0.375,
			1e-9 },
		{ CLASSICAL, "weighted | | | 0.715 | 0.317 |", bits, 0.715, 0.001 },
		{ CLASSICAL, "weighted | | | 0.715 | 0.317 |", impure, 0.317, 0.002 },
		{ CLASSICAL, "have a sum of squares of 65", whole, 65, 1e-9 },
		{ CLASSICAL, "in the middle leaves 1,", 4 * 0.5 * 0.5, 1, 1e-9 },
		{ CLASSICAL, "a reduction of 64", 2 * 2 / 4.0 * pow(1.5 - 9.5, 2), 64, 1e-9 },
		{ CLASSICAL, "0.604 at $\\rho = 0.6$", 0.6 + (1 - 0.6) / 100, 0.604, 1e-9 },
		{ CLASSICAL, "0.307 at $\\rho = 0.3$", 0.3 + (1 - 0.3) / 100, 0.307, 1e-9 },
		{ CLASSICAL, "about 0.368", pow(1 - 1 / 10000.0, 10000), 0.368, 0.001 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_boosting_and_stacking_hold)
{
	double start = log(0.2 / 0.8);
	double leaf = (2 * (1 - 0.2) + 2 * (0 - 0.2)) / (4 * 0.2 * (1 - 0.2));
	double vote = log((1 - 0.3) / 0.3) / 2, sum = 0.3 * exp(vote) + 0.7 * exp(-vote);
	double left = 3 * (0.5 - 1) + 1 * (0.5 - 0), right = 1 * (0.5 - 1) + 3 * (0.5 - 0);
	double curve = 4 * 0.5 * (1 - 0.5), both = left + right;
	double gain = left * left / (curve + 1) + right * right / (curve + 1) -
		      both * both / (2 * curve + 1);
	const struct figure s[] = {
		{ CLASSICAL, "\\log(0.2/0.8) = -1.386", start, -1.386, 0.001 },
		{ CLASSICAL, "residuals are 0.8 and -0.2", 1 - sigmoid(start), 0.8, 1e-9 },
		{ CLASSICAL, "residuals are 0.8 and -0.2", 0 - sigmoid(start), -0.2, 1e-9 },
		{ CLASSICAL, "$1.2/0.64 = 1.875$", leaf, 1.875, 1e-9 },
		{ CLASSICAL, "$F = -1.199$", start + 0.1 * leaf, -1.199, 0.001 },
		{ CLASSICAL, "$p = 0.232$", sigmoid(start + 0.1 * leaf), 0.232, 0.002 },
		{ CLASSICAL, "\\varepsilon} = 0.424", vote, 0.424, 0.001 },
		{ CLASSICAL, "$e^{\\alpha} = 1.528$", exp(vote), 1.528, 0.001 },
		{ CLASSICAL, "$e^{-\\alpha} = 0.655$", exp(-vote), 0.655, 0.001 },
		{ CLASSICAL, "\\varepsilon)} = 0.917", sum, 0.917, 0.001 },
		{ CLASSICAL, "\\varepsilon)} = 0.917", 2 * sqrt(0.3 * (1 - 0.3)), 0.917, 0.001 },
		{ CLASSICAL, "wrong point has 0.167", 0.1 * exp(vote) / sum, 0.167, 0.003 },
		{ CLASSICAL, "each right one 0.0714", 0.1 * exp(-vote) / sum, 0.0714, 0.001 },
		{ CLASSICAL, "hold exactly **half** the weight", 3 * 0.1 * exp(vote) / sum, 0.5,
			1e-9 },
		{ CLASSICAL, "ten rounds bound it by 0.418", pow(sum, 10), 0.418, 0.001 },
		{ CLASSICAL, "$G_L = -1$", left, -1, 1e-9 },
		{ CLASSICAL, "$G_R = 1$", right, 1, 1e-9 },
		{ CLASSICAL, "$H_L = H_R = 1$", curve, 1, 1e-9 },
		{ CLASSICAL, "gain is $0.5 - \\gamma$", gain / 2, 0.5, 1e-9 },
		{ CLASSICAL, "weights are 0.5 and -0.5", -left / (curve + 1), 0.5, 1e-9 },
		{ CLASSICAL, "weights are 0.5 and -0.5", -right / (curve + 1), -0.5, 1e-9 },
		{ CLASSICAL, "a row weighs 0.0099", 0.01 * (1 - 0.01), 0.0099, 1e-9 },
		{ CLASSICAL, "needs 102 rows", ceil(1 / (0.01 * (1 - 0.01))), 102, 1e-9 },
		{ CLASSICAL, "reads 30 % of the rows", 100 * (0.2 + 0.1), 30, 1e-9 },
		{ CLASSICAL, "count 8-fold", (1 - 0.2) / 0.1, 8, 1e-9 },
		{ CLASSICAL, "$(1 + 0.1)/(3 + 1) = 0.275$", (1 + 0.1) / (3 + 1), 0.275, 1e-9 },
		{ CLASSICAL, "five folds take 15 fits", 3 * 5, 15, 1e-9 },
		{ CLASSICAL, "for the meta-model: 19", 3 * 5 + 3 + 1, 19, 1e-9 },
		{ CLASSICAL, "leaves 0.75 if", (1 + 0.5) / 2, 0.75, 1e-9 },
		{ CLASSICAL, "0.95 at 0.9", (1 + 0.9) / 2, 0.95, 1e-9 },
	};
	figures_hold(s, LENGTH(s));
}

/* The sum of squared distances to the mean. */
static double scatter(const double *x, size_t n, double *mean)
{
	double sum = 0;
	*mean = 0;
	for (size_t i = 0; i < n; i++)
		*mean += x[i] / (double)n;
	for (size_t i = 0; i < n; i++)
		sum += (x[i] - *mean) * (x[i] - *mean);
	return sum;
}

/* The mean path to a point in an isolation tree over n points. */
static double isolation_path(int n)
{
	double harmonic = 0;
	for (int i = 1; i < n; i++)
		harmonic += 1.0 / i;
	return 2 * harmonic - 2 * (n - 1.0) / n;
}

TEST(figures_of_clusters_and_projections_hold)
{
	double x[] = { 1, 2, 6, 9, 12 }, mean[4];
	double first = scatter(x, 1, &mean[0]) + scatter(x + 1, 4, &mean[1]);
	double second = scatter(x, 2, &mean[2]) + scatter(x + 2, 3, &mean[3]);
	double alerts = 1e6 * (0.001 * 0.9 + 0.999 * 0.01), path = isolation_path(256);
	const struct figure s[] = {
		{ CLASSICAL, "| 1, 7.25 | 54.75 |", mean[0], 1, 1e-9 },
		{ CLASSICAL, "| 1, 7.25 | 54.75 |", mean[1], 7.25, 1e-9 },
		{ CLASSICAL, "| 1, 7.25 | 54.75 |", first, 54.75, 1e-9 },
		{ CLASSICAL, "| 1.5, 9 | 18.5 |", mean[2], 1.5, 1e-9 },
		{ CLASSICAL, "| 1.5, 9 | 18.5 |", mean[3], 9, 1e-9 },
		{ CLASSICAL, "| 1.5, 9 | 18.5 |", second, 18.5, 1e-9 },
		{ CLASSICAL, "$1/(1 + e^{-4}) = 0.982$",
			exp(-1 * 1 / 2.0) / (exp(-1 * 1 / 2.0) + exp(-3 * 3 / 2.0)), 0.982, 0.001 },
		{ CLASSICAL, "329 free parameters", (5 - 1) + 5 * 10 + 5 * 10 * 11 / 2.0, 329,
			1e-9 },
		{ CLASSICAL, "about 5 billion distances", choose(100000, 2), 5e9, 0.001 },
		{ CLASSICAL, "40 GB in doubles", choose(100000, 2) * 8 / 1e9, 40, 0.001 },
		{ CLASSICAL, "\\lambda_1 = 4", (3 + 3) / 2.0 + sqrt(pow((3 - 3) / 2.0, 2) + 1), 4,
			1e-9 },
		{ CLASSICAL, "\\lambda_2 = 2", (3 + 3) / 2.0 - sqrt(pow((3 - 3) / 2.0, 2) + 1), 2,
			1e-9 },
		{ CLASSICAL, "4/6 = 66.7 % of the variance", 100 * (3 + 1) / (3 + 3.0), 66.7,
			0.001 },
		{ CLASSICAL, "a similarity of 0.1", 1 / (1 + 3 * 3.0), 0.1, 1e-9 },
		{ CLASSICAL, "$e^{-9}$ would be 0.00012", exp(-3 * 3), 0.00012, 0.03 },
		{ CLASSICAL, "10,890 alerts per million", alerts, 10890, 1e-9 },
		{ CLASSICAL, "of which 900 are fraud", 1e6 * 0.001 * 0.9, 900, 1e-9 },
		{ CLASSICAL, "a precision of 8.3 %", 100 * 1e6 * 0.001 * 0.9 / alerts, 8.3, 0.005 },
		{ CLASSICAL, "$c(256) = 10.2$", path, 10.2, 0.005 },
		{ CLASSICAL, "path of 4 gives 0.76", pow(2, -4 / path), 0.76, 0.005 },
		{ CLASSICAL, "an average point 0.5", pow(2, -path / path), 0.5, 1e-9 },
		{ CLASSICAL, "some 10,000 false alarms", 1e6 * 0.999 * 0.01, 10000, 0.002 },
	};
	figures_hold(s, LENGTH(s));
}

/* P(|r| >= x) of the sample correlation of n independent normal pairs, by Simpson's rule over its density. */
static double correlated_beyond(double x, int n)
{
	double c = exp(lgamma((n - 1) / 2.0) - lgamma((n - 2) / 2.0)) / sqrt(acos(-1)), sum = 0;
	int steps = 2000;
	for (int i = 0; i <= steps; i++) {
		double r = x * i / steps;
		sum += c * pow(1 - r * r, (n - 4) / 2.0) *
		       (i == 0 || i == steps ? 1
			       : i % 2       ? 4
					     : 2);
	}
	return 1 - 2 * sum * x / steps / 3;
}

TEST(figures_of_features_recommenders_and_forecasts_hold)
{
	double e = 1.0 - (1 * 0.8 + 0.5 * -0.4);
	double alone_a = 16 - 10, after_b = 24 - 12, alone_b = 12 - 10, after_a = 24 - 16;
	const struct figure s[] = {
		{ CLASSICAL, "$1/\\sqrt{200} = 0.071$", 1 / sqrt(200), 0.071, 0.005 },
		{ CLASSICAL, "about 90 of 20,000 noise genes", 20000 * correlated_beyond(0.2, 200),
			90, 0.01 },
		{ CLASSICAL, "The product is 0.6", 1 * 0.8 + 0.5 * -0.4, 0.6, 1e-9 },
		{ CLASSICAL, "$e = 0.4$", e, 0.4, 1e-9 },
		{ CLASSICAL, "becomes (1.022, 0.479)", 1 + 0.1 * (e * 0.8 - 0.1 * 1), 1.022, 1e-9 },
		{ CLASSICAL, "becomes (1.022, 0.479)", 0.5 + 0.1 * (e * -0.4 - 0.1 * 0.5), 0.479,
			1e-9 },
		{ CLASSICAL, "68.25 million parameters", (1e6 + 50000) * (64 + 1) / 1e6, 68.25,
			1e-6 },
		{ CLASSICAL, "a table of 50 billion cells", 1e6 * 50000, 50e9, 1e-9 },
		{ CLASSICAL, "three ratings of 5 give 3.78", (3 * 5 + 20 * 3.6) / (3 + 20), 3.78,
			0.001 },
		{ CLASSICAL, "with a mean of 4.4 give 4.36", (400 * 4.4 + 20 * 3.6) / (400 + 20),
			4.36, 0.001 },
		{ CLASSICAL, "is a ratio of 0.8", 12 / 15.0, 0.8, 1e-9 },
		{ CLASSICAL, "$0.8^{10} = 0.107$", pow(0.8, 10), 0.107, 0.005 },
		{ CLASSICAL, "A first adds 6, A second adds 12", alone_a, 6, 1e-9 },
		{ CLASSICAL, "A first adds 6, A second adds 12", after_b, 12, 1e-9 },
		{ CLASSICAL, "B first adds 2, B second adds 8", alone_b, 2, 1e-9 },
		{ CLASSICAL, "B first adds 2, B second adds 8", after_a, 8, 1e-9 },
		{ CLASSICAL, "$\\phi_A = 9$", (alone_a + after_b) / 2, 9, 1e-9 },
		{ CLASSICAL, "$\\phi_B = 5$", (alone_b + after_a) / 2, 5, 1e-9 },
		{ CLASSICAL, "They sum to 14", 24 - 10, 14, 1e-9 },
		{ CLASSICAL, "24 is 6 more than 10 + 6 + 2", 24 - (10 + alone_a + alone_b), 6,
			1e-9 },
		{ CLASSICAL, "over a million for 20 features", pow(2, 20), 1e6, 0.05 },
	};
	figures_hold(s, LENGTH(s));
}

/* ---- networks */

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
