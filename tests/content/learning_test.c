/* learning_test.c - the figures of the questions about classical learning, worked out. */
#include "figure.h"

#include <math.h>

#define CLASSICAL "ml-interview/questions/03-classical-ml.md"

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
