/* sheets_test.c - figures of the sheets of the machine learning study, with their arithmetic. */
#include "figure.h"

#include <math.h>

#include "hone/base.h"

#define SHEET(name) "ml-interview/sheets/" name ".md"

static double logistic(double z)
{
	return 1 / (1 + exp(-z));
}

TEST(figures_of_the_sheet_on_gradients_hold)
{
	const char *at = SHEET("gradient-formulas");
	double z = exp(2) + exp(1) + 1;
	const struct figure s[] = {
		{ at, "\\sigma(2) = 0.8808", logistic(2), 0.8808, 1e-4 },
		{ at, "the loss is $0.1269$", -log(logistic(2)), 0.1269, 1e-3 },
		{ at, "the gradient $-0.1192$", logistic(2) - 1, -0.1192, 1e-3 },
		{ at, "With $y = 0$ the loss is $2.1269$", -log(1 - logistic(2)), 2.1269, 1e-4 },
		{ at, "$p = (0.665, 0.245, 0.090)$", exp(2) / z, 0.665, 1e-3 },
		{ at, "$p = (0.665, 0.245, 0.090)$", exp(1) / z, 0.245, 2e-3 },
		{ at, "$p = (0.665, 0.245, 0.090)$", 1 / z, 0.090, 2e-3 },
		{ at, "loss $1.4076$", -log(exp(1) / z), 1.4076, 1e-4 },
		{ at, "gradient $(0.665, -0.755, 0.090)$", exp(1) / z - 1, -0.755, 1e-3 },
		{ at, "0.25^{10} \\approx 9.5 \\times 10^{-7}", pow(0.25, 10), 9.5e-7, 5e-3 },
		{ at, "0.9^{100} = 2.7 \\times 10^{-5}", pow(0.9, 100), 2.7e-5, 0.02 },
		{ at, "1.1^{100} = 13{,}781", pow(1.1, 100), 13781, 1e-4 },
		{ at, "$e^{89}$ overflows float32", 89 > log(3.4028235e38), 1, 0 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_the_sheet_on_optimisers_roc_and_attention_hold)
{
	const char *at = SHEET("optimisers-roc-attention");
	double precision = 0.01 * 0.9 / (0.01 * 0.9 + 0.99 * 0.05);
	double slow = (100 - 1) / (100 + 1.0), fast = (sqrt(100) - 1) / (sqrt(100) + 1);
	const struct figure s[] = {
		{ at, "0.1/\\sqrt{0.001} \\approx 3.16", 0.1 / sqrt(0.001), 3.16, 1e-3 },
		{ at, "10 for 0.9, 1000 for 0.999", 1 / (1 - 0.9), 10, 1e-9 },
		{ at, "10 for 0.9, 1000 for 0.999", 1 / (1 - 0.999), 1000, 1e-9 },
		{ at, "56 GB for 7 billion parameters", 7e9 * 8 / 1e9, 56, 1e-9 },
		{ at, "by $0.980$ and $0.818$", slow, 0.980, 1e-3 },
		{ at, "by $0.980$ and $0.818$", fast, 0.818, 1e-3 },
		{ at, "231 steps against 23", ceil(log(0.01) / log(slow)), 231, 0 },
		{ at, "231 steps against 23", ceil(log(0.01) / log(fast)), 23, 0 },
		{ at, "gives precision $0.154$", precision, 0.154, 2e-3 },
		{ at, "11 of 13 alarms are false", 1 - precision, 11 / 13.0, 1e-9 },
		{ at, "AUC $= 0.833$", (4 + 3 + 3) / (3 * 4.0), 0.833, 1e-3 },
		{ at, "(1/1 + 2/3 + 3/4)/3 = 0.806", (1 + 2 / 3.0 + 3 / 4.0) / 3, 0.806, 1e-3 },
		{ at, "19 times as dear as a false alarm gives 0.05", 1 / (1 + 19.0), 0.05, 1e-9 },
		{ at, "standard deviation $11.3$", sqrt(128), 11.3, 2e-3 },
		{ at, "projections at $n = 2d$", 8 / 4.0, 2, 0 },
		{ at, "the rest of the layer at $n = 6d$", (8 + 16) / 4.0, 6, 0 },
		{ at, "at $n = 8192$ and 32 heads: $4.29$ GB", 2.0 * 32 * 8192 * 8192 / 1e9, 4.29,
			2e-3 },
		{ at, "always \"no\" reaches 99 %", 1 - 0.01, 0.99, 1e-9 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_the_sheet_on_regularisation_metrics_and_k_means_hold)
{
	const char *at = SHEET("regularisation-regression-metrics-kmeans");
	double sse = 1 + 0 + 1 + 4, sst = 9 + 1 + 1 + 9;
	double a = 7 / 3.0, b = 31 / 3.0;
	double j = pow(1 - a, 2) + pow(2 - a, 2) + pow(4 - a, 2) + pow(9 - b, 2) + pow(10 - b, 2) +
		   pow(12 - b, 2);
	double near = (3 + 2) / 2.0, far = (5 + 6 + 8) / 3.0;
	const struct figure s[] = {
		{ at, "3 becomes 1.5 (ridge) and 2 (lasso)", 3 / (1 + 1.0), 1.5, 0 },
		{ at, "3 becomes 1.5 (ridge) and 2 (lasso)", fmax(3 - 1, 0), 2, 0 },
		{ at, "0.5 becomes 0.25 and 0.", 0.5 / (1 + 1), 0.25, 0 },
		{ at, "0.5 becomes 0.25 and 0.", fmax(0.5 - 1, 0), 0, 0 },
		{ at, "SSE 6, SST 20: MSE 1.5", sse / 4, 1.5, 0 },
		{ at, "SSE 6, SST 20", sst, 20, 0 },
		{ at, "RMSE 1.22", sqrt(sse / 4), 1.22, 5e-3 },
		{ at, "MAE 1.0", (1 + 0 + 1 + 2) / 4.0, 1, 0 },
		{ at, "$R^2 = 0.70$", 1 - sse / sst, 0.70, 1e-9 },
		{ at, "adjusted with one predictor 0.55", 1 - sse / sst * (4 - 1) / (4 - 1 - 1),
			0.55, 1e-9 },
		{ at, "MAPE 22.9 %", (1 / 2.0 + 0 + 1 / 6.0 + 2 / 8.0) / 4, 0.229, 2e-3 },
		{ at, "too low costs nine times", 0.9 / (1 - 0.9), 9, 1e-9 },
		{ at, "Means: 1 and 7.4", (2 + 4 + 9 + 10 + 12) / 5.0, 7.4, 1e-9 },
		{ at, "with means 2.33 and 10.33", (1 + 2 + 4) / 3.0, 2.33, 2e-3 },
		{ at, "with means 2.33 and 10.33", (9 + 10 + 12) / 3.0, 10.33, 1e-3 },
		{ at, "$J = 9.33$", j, 9.33, 1e-3 },
		{ at, "$a = 2.5$, $b = 6.33$, $s = 0.61$", near, 2.5, 0 },
		{ at, "$a = 2.5$, $b = 6.33$, $s = 0.61$", far, 6.33, 1e-3 },
		{ at, "$a = 2.5$, $b = 6.33$, $s = 0.61$", (far - near) / far, 0.61, 0.01 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_the_sheet_on_boosting_hold)
{
	const char *at = SHEET("boosting");
	double alpha = log((1 - 0.3) / 0.3) / 2, wrong = 0.3 * exp(alpha),
	       right = 0.7 * exp(-alpha);
	double g = 4 * (0.5 - 1) + 0.5, h = 5 * 0.25;
	const struct figure s[] = {
		{ at, "the variance is $0.307 \\, \\sigma^2$", 0.3 + (1 - 0.3) / 100, 0.307, 1e-9 },
		{ at, "e^{-1} = 0.368", exp(-1), 0.368, 1e-3 },
		{ at, "gives $\\alpha = 0.424$", alpha, 0.424, 2e-3 },
		{ at, "multiplied by 1.53, right ones by 0.65", exp(alpha), 1.53, 3e-3 },
		{ at, "multiplied by 1.53, right ones by 0.65", exp(-alpha), 0.65, 0.01 },
		{ at, "exactly half of the weight", wrong / (wrong + right), 0.5, 1e-9 },
		{ at, "training error at most $0.135$", exp(-2 * 100 * 0.1 * 0.1), 0.135, 5e-3 },
		{ at, "for 500 rounds $4.5 \\times 10^{-5}$", exp(-2 * 500 * 0.1 * 0.1), 4.5e-5,
			0.01 },
		{ at, "$G_L = -1.5$, $H_L = 1.25$", g, -1.5, 1e-9 },
		{ at, "$G_L = -1.5$, $H_L = 1.25$", h, 1.25, 1e-9 },
		{ at, "$w_L = 0.667$", -g / (h + 1), 0.667, 1e-3 },
		{ at, "gain $= 1 - \\gamma$", (g * g / (h + 1) + g * g / (h + 1) - 0) / 2, 1,
			1e-9 },
		{ at, "30 % of rows, weight 8", 0.2 + 0.1, 0.30, 1e-9 },
		{ at, "30 % of rows, weight 8", (1 - 0.2) / 0.1, 8, 1e-9 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_the_sheet_on_parallelism_hold)
{
	const char *at = SHEET("parallelism-zero");
	double held = 70e9 / (8 * 4);
	double between = 50000.0 / 1024;
	const struct figure s[] = {
		{ at, "64 accumulations, 16 ranks: 1,024 sequences", 1.0 * 64 * 16, 1024, 0 },
		{ at, "4.19 million tokens a step", 1024 * 4096.0, 4.19e6, 2e-3 },
		{ at, "| **16** | **112 GB**", 2 + 2 + 4 + 8, 16, 0 },
		{ at, "**112 GB**, and activations", 7e9 * 16 / 1e9, 112, 1e-9 },
		{ at, "| weights, bf16 | 2 | 14 GB |", 7e9 * 2 / 1e9, 14, 1e-9 },
		{ at, "| master weights, fp32 | 4 | 28 GB |", 7e9 * 4 / 1e9, 28, 1e-9 },
		{ at, "| Adam's two moments, fp32 | 8 | 56 GB |", 7e9 * (4 + 4) / 1e9, 56, 1e-9 },
		{ at, "| 5, 10 | 65504 |", (2 - pow(2, -10)) * pow(2, 15), 65504, 1e-9 },
		{ at, "$6.1 \\times 10^{-5}$", pow(2, -14), 6.1e-5, 1e-3 },
		{ at, "| 38.5 GB | 29.3 GB |", 7 * (4 + 12 / 8.0), 38.5, 1e-9 },
		{ at, "| 38.5 GB | 29.3 GB |", 7 * (4 + 12 / 64.0), 29.3, 2e-3 },
		{ at, "| 26.3 GB | 15.5 GB |", 7 * (2 + 14 / 8.0), 26.3, 3e-3 },
		{ at, "| 26.3 GB | 15.5 GB |", 7 * (2 + 14 / 64.0), 15.5, 3e-3 },
		{ at, "| 14.0 GB | 1.75 GB |", 7 * 16 / 8.0, 14, 1e-9 },
		{ at, "| 14.0 GB | 1.75 GB |", 7 * 16 / 64.0, 1.75, 1e-9 },
		{ at, "1.5 times as much", 3 / 2.0, 1.5, 0 },
		{ at, "14 GB of weights take 0.44 s to 0.56 s", 14 / 32.0, 0.44, 0.01 },
		{ at, "14 GB of weights take 0.44 s to 0.56 s", 14 / 25.0, 0.56, 1e-9 },
		{ at, "idle 17.9 %", (8 - 1) / (32 + 8 - 1.0), 0.179, 5e-3 },
		{ at, "ratio 21.9 %", (8 - 1) / 32.0, 0.219, 2e-3 },
		{ at, "the ratio is 5.5 %", (8 - 1) / (4 * 32.0), 0.055, 6e-3 },
		{ at, "here 133", (1 / 0.05 - 1) * (8 - 1), 133, 1e-9 },
		{ at, "512 GPUs, $t = 8$, $p = 4$, $d = 16$", 8.0 * 4 * 16, 512, 0 },
		{ at, "holds 2.19 billion parameters", held, 2.19e9, 2e-3 },
		{ at, "weights and gradients 8.75 GB", held * (2 + 2) / 1e9, 8.75, 1e-9 },
		{ at, "over 16 ranks 1.64 GB", held * 12 / 16 / 1e9, 1.64, 1e-3 },
		{ at, "together 10.4 GB", held * (4 + 12 / 16.0) / 1e9, 10.4, 2e-3 },
		{ at, "a third more", 8 / 6.0 - 1, 1 / 3.0, 1e-9 },
		{ at, "at $r = 4$: 512 times", 4096.0 * 4096 / (4 * (4096 + 4096)), 512, 0 },
		{ at, "$M = 48.8$ h", between, 48.8, 1e-3 },
		{ at, "$\\tau = 1.80$ h", sqrt(2 * (2 / 60.0) * between), 1.80, 3e-3 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_the_sheet_on_gpus_hold)
{
	const char *at = SHEET("gpu-roofline-communication");
	double sent = 2 * 7 / 8.0 * 14;
	double layer = 4096 * 8192 * 2.0, ring = 2 * 7 / 8.0 * layer;
	double compute = 6 * 70e9 * 4096 / 8 / (0.5 * 312e12);
	const struct figure s[] = {
		{ at, "| 156 FLOP/byte |", 312e12 / 2.0e12, 156, 1e-9 },
		{ at, "| 295 FLOP/byte |", 989e12 / 3.35e12, 295, 1e-3 },
		{ at, "| $12n$ | 0.083 |", 1 / 12.0, 0.083, 5e-3 },
		{ at, "| $4n$ | 0.25 |", 1 / 4.0, 0.25, 0 },
		{ at, "$n/3 = 1365$", 2.0 * 4096 / 6, 1365, 1e-3 },
		{ at, "$1/156 = 0.6\\,\\%$", 1 / 156.0, 0.006, 0.07 },
		{ at, "6 passes against 2, about three times", 3 * 2 / 2.0, 3, 0 },
		{ at, "$\\text{MFU} = 42.1\\,\\%$", 25000.0 * 6 * 7e9 / (8 * 312e12), 0.421, 2e-3 },
		{ at, "2 waves, 50.5 %", 109 / (2 * 108.0), 0.505, 2e-3 },
		{ at, "each sends 24.5 GB", sent, 24.5, 1e-9 },
		{ at, "| 300 GB/s | 82 ms |", sent / 300, 0.082, 5e-3 },
		{ at, "| 450 GB/s | 54 ms |", sent / 450, 0.054, 0.01 },
		{ at, "| 25 GB/s | 0.98 s |", sent / 25, 0.98, 1e-9 },
		{ at, "200 Gbit/s adapter a GPU | 25 GB/s", 200 / 8.0, 25, 0 },
		{ at, "| 32 GB/s | 0.77 s |", sent / 32, 0.77, 0.01 },
		{ at, "peak 2.94 s", 4 * 7e9 * 16384 / (0.5 * 312e12), 2.94, 1e-3 },
		{ at, "67.1 MB an all-reduce", layer / 1e6, 67.1, 1e-3 },
		{ at, "0.39 ms each", ring / 300e9, 0.39e-3, 5e-3 },
		{ at, "125 ms a step", ring / 300e9 * 4 * 80, 0.125, 5e-3 },
		{ at, "over 25 GB/s 1.50 s", ring / 25e9 * 4 * 80, 1.50, 3e-3 },
		{ at, "is 1.38 s a rank", compute, 1.38, 2e-3 },
		{ at, "So 9 % of compute", ring / 300e9 * 320 / compute, 0.09, 0.02 },
		{ at, "109 % across nodes", ring / 25e9 * 320 / compute, 1.09, 5e-3 },
		{ at, "gets 15.4 times faster", 1 / (0.05 + 0.95 / 64), 15.4, 2e-3 },
		{ at, "efficiency 24 %", 1 / (0.05 + 0.95 / 64) / 64, 0.24, 5e-3 },
		{ at, "(weak) 60.9, 95 %", 64 - 0.05 * (64 - 1), 60.9, 1e-3 },
		{ at, "(weak) 60.9, 95 %", (64 - 0.05 * (64 - 1)) / 64, 0.95, 2e-3 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_the_sheet_on_inference_hold)
{
	const char *at = SHEET("inference-optimisation");
	double token = 2.0 * 32 * 32 * 128 * 2, step = (14 + 28 * 2.15) / 2000;
	double passed = (1 - pow(0.8, 5)) / (1 - 0.8);
	const struct figure s[] = {
		{ at, "$2.8 \\times 10^{13}$ FLOPs", 2 * 7e9 * 2000, 2.8e13, 1e-9 },
		{ at, "at peak 90 ms, at 50 % 179 ms", 2.8e13 / 312e12, 0.090, 5e-3 },
		{ at, "at peak 90 ms, at 50 % 179 ms", 2.8e13 / 156e12, 0.179, 5e-3 },
		{ at, "7.0 ms on an A100 (143 tokens/s)", 14e9 / 2.0e12, 7.0e-3, 1e-9 },
		{ at, "7.0 ms on an A100 (143 tokens/s)", 2.0e12 / 14e9, 143, 2e-3 },
		{ at, "4.2 ms on an H100", 14e9 / 3.35e12, 4.2e-3, 6e-3 },
		{ at, "| 524,288 | 2.15 GB |", token, 524288, 0 },
		{ at, "| 524,288 | 2.15 GB |", token * 4096 / 1e9, 2.15, 2e-3 },
		{ at, "| 262,144 | 1.07 GB |", token / 2, 262144, 0 },
		{ at, "| 262,144 | 1.07 GB |", token / 2 * 4096 / 1e9, 1.07, 4e-3 },
		{ at, "| 327,680 | 1.34 GB |", 2.0 * 80 * 8 * 128 * 2, 327680, 0 },
		{ at, "| 327,680 | 1.34 GB |", 2.0 * 80 * 8 * 128 * 2 * 4096 / 1e9, 1.34, 2e-3 },
		{ at, "| 2,621,440 | 10.7 GB |", 2.0 * 80 * 64 * 128 * 2, 2621440, 0 },
		{ at, "| 2,621,440 | 10.7 GB |", 2.0 * 80 * 64 * 128 * 2 * 4096 / 1e9, 10.7, 5e-3 },
		{ at, "(80 - 14 - 4)/2.15 = 28$", floor((80 - 14 - 4) / 2.15), 28, 0 },
		{ at, "= 37 ms: 755 tokens/s", step, 0.037, 5e-3 },
		{ at, "= 37 ms: 755 tokens/s", 28 / step, 755, 1e-3 },
		{ at, "against 124 at batch 1", 2000 / (14 + 2.15), 124, 2e-3 },
		{ at, "$s = 0.02$", 2.54 / 127, 0.02, 1e-9 },
		{ at, "becomes $q = 26$, back 0.52", round(0.513 / 0.02), 26, 0 },
		{ at, "becomes $q = 26$, back 0.52", 26 * 0.02, 0.52, 1e-9 },
		{ at, "4.125 bits", 4 + 16 / 128.0, 4.125, 0 },
		{ at, "3.61 GB instead of 14", 7e9 * 4.125 / 8 / 1e9, 3.61, 1e-3 },
		{ at, "1,600 slot-steps for 570 tokens", 4 * 400.0, 1600, 0 },
		{ at, "1,600 slot-steps for 570 tokens", 20 + 50 + 100 + 400, 570, 0 },
		{ at, "35.6 % useful", 570 / 1600.0, 0.356, 2e-3 },
		{ at, "on average uses 24 %", 500 / 2048.0, 0.24, 0.02 },
		{ at, "7.5 on average: use 98.5 %", (0 + 15) / 2.0, 7.5, 0 },
		{ at, "7.5 on average: use 98.5 %", 500 / 507.5, 0.985, 1e-3 },
		{ at, "3.36 tokens a pass", passed, 3.36, 1e-3 },
		{ at, "= 2.80$", passed / (1 + 4 * 0.05), 2.80, 1e-3 },
		{ at, "here 0.6", 0.2 + 0.2 + 0.2, 0.6, 1e-9 },
		{ at, "5 requests/s of 8 s each: 40 sequences", 5 * 8, 40, 0 },
	};
	figures_hold(s, LENGTH(s));
}

/* Of a decoder: per layer attention with kv of its heads kept, and a gated MLP of width f for each expert. */
static double gated(double layers, double d, double f, double kv, double experts)
{
	return layers * ((2 + 2 * kv) * d * d + experts * 3 * d * f);
}

TEST(figures_of_the_sheet_on_transformer_arithmetic_hold)
{
	const char *at = SHEET("transformer-arithmetic");
	double gpt2 = 12 * (12.0 * 768 * 768 + 13 * 768), gpt3 = 12.0 * 96 * 12288 * 12288;
	double positions2 = 1024 * 768.0, positions3 = 2048 * 12288.0;
	double llama = gated(32, 4096, 11008, 1, 1), llama70 = gated(80, 8192, 28672, 1 / 8.0, 1);
	double mixtral = gated(32, 4096, 14336, 1 / 4.0, 8), table = 2.0 * 32000 * 4096;
	double sbd = 4096.0 * 4096, all = 34 + 5 * 32.0 * 4096 / 4096;
	double all7 = llama + table, lora = 32.0 * 2 * 8 * (4096 + 4096);
	double flops = 6 * 7e9 * 2e12, seconds = flops / (256 * 312e12 * 0.45);
	double best = sqrt(1e24 / 120);
	const struct figure s[] = {
		{ at, "| 85.1 M | 39.4 M | 124.4 M |", gpt2, 85.1e6, 1e-3 },
		{ at, "| 85.1 M | 39.4 M | 124.4 M |", 50257 * 768.0 + positions2, 39.4e6, 1e-3 },
		{ at, "| 39.4 M | 124.4 M |", gpt2 + 50257 * 768.0 + positions2, 124.4e6, 1e-3 },
		{ at, "| 173.9 B | 0.64 B | 174.6 B |", gpt3, 173.9e9, 1e-3 },
		{ at, "| 0.64 B | 174.6 B |", 50257 * 12288.0 + positions3, 0.64e9, 0.01 },
		{ at, "| 0.64 B | 174.6 B |", gpt3 + 50257 * 12288.0 + positions3, 174.6e9, 1e-3 },
		{ at, "| 6.48 B | 0.26 B | 6.74 B |", llama, 6.48e9, 1e-3 },
		{ at, "| 6.48 B | 0.26 B | 6.74 B |", table, 0.26e9, 0.01 },
		{ at, "| 0.26 B | 6.74 B |", all7, 6.74e9, 1e-3 },
		{ at, "| 68.5 B | 0.52 B | 69.0 B |", llama70, 68.5e9, 1e-3 },
		{ at, "| 0.52 B | 69.0 B |", 2 * 32000 * 8192.0, 0.52e9, 0.01 },
		{ at, "| 0.52 B | 69.0 B |", llama70 + 2 * 32000 * 8192.0, 69.0e9, 1e-3 },
		{ at, "| 46.4 B | 0.26 B | 46.7 B |", mixtral, 46.4e9, 1e-3 },
		{ at, "| 0.26 B | 46.7 B |", mixtral + table, 46.7e9, 1e-3 },
		{ at, "12.9 B active", gated(32, 4096, 14336, 1 / 4.0, 2) + table, 12.9e9, 2e-3 },
		{ at, "$s = 4096$: 17 % (8 %)", 4096 / (6 * 4096.0), 0.17, 0.02 },
		{ at, "$s = 4096$: 17 % (8 %)", 4096 / (6 * 4096.0) / 2, 0.08, 0.05 },
		{ at, "$s = 32768$: 133 %", 32768 / (6 * 4096.0), 1.33, 3e-3 },
		{ at, "$8.4 \\times 10^{22}$ FLOPs", flops, 8.4e22, 1e-9 },
		{ at, "$2.34 \\times 10^6$ s", seconds, 2.34e6, 2e-3 },
		{ at, "27.0 days", seconds / 86400, 27.0, 2e-3 },
		{ at, "166,000 GPU-hours", seconds / 3600 * 256, 166000, 2e-3 },
		{ at, "here 3,343", 312e12 * 0.45 / (6 * 7e9), 3343, 1e-3 },
		{ at, "$C = 10^{24}$: $N = 91$ billion", best, 91e9, 5e-3 },
		{ at, "$D = 1.83$ trillion tokens", 20 * best, 1.83e12, 3e-3 },
		{ at, "286 tokens a parameter", 2e12 / 7e9, 286, 2e-3 },
		{ at, "$sbd$ = 16.8 million", sbd, 16.8e6, 2e-3 },
		{ at, "| 3.25 GB | 104 GB |", sbd * all / 1e9, 3.25, 2e-3 },
		{ at, "| 3.25 GB | 104 GB |", sbd * all * 32 / 1e9, 104, 2e-3 },
		{ at, "| 0.57 GB | 18.3 GB |", sbd * 34 / 1e9, 0.57, 2e-3 },
		{ at, "| 0.57 GB | 18.3 GB |", sbd * 34 * 32 / 1e9, 18.3, 3e-3 },
		{ at, "| 33.6 MB | 1.07 GB |", sbd * 2 / 1e6, 33.6, 2e-3 },
		{ at, "| 33.6 MB | 1.07 GB |", sbd * 2 * 32 / 1e9, 1.07, 4e-3 },
		{ at, "$V = 32000$: 0.52 GB", 4 * 4096 * 32000.0 / 1e9, 0.52, 0.01 },
		{ at, "2.10 GB", 4 * 4096 * 128000.0 / 1e9, 2.10, 2e-3 },
		{ at, "2,000 tokens, 0.5: 179 ms", 2 * 7e9 * 2000 / (0.5 * 312e12), 0.179, 5e-3 },
		{ at, "| 7.0 ms |", 2 * 7e9 / 2.0e12, 7e-3, 1e-9 },
		{ at, "| 0.52 MB |", 2 * 32 * 32 * 128 * 2 / 1e6, 0.52, 0.01 },
		{ at, "84, 98 and 14 GB", 7 * 12, 84, 0 },
		{ at, "84, 98 and 14 GB", 7 * (12 + 2), 98, 0 },
		{ at, "= 4.19$ million, 0.062 %", lora, 4.19e6, 2e-3 },
		{ at, "= 4.19$ million, 0.062 %", lora / all7, 0.00062, 5e-3 },
		{ at, "| 107.8 GB |", 16 * 6.74, 107.8, 1e-3 },
		{ at, "| 13.5 GB in bf16 | 0.067 GB |", 2 * all7 / 1e9, 13.5, 2e-3 },
		{ at, "| 13.5 GB in bf16 | 0.067 GB |", 16 * lora / 1e9, 0.067, 3e-3 },
		{ at, "0.127$ bits", 8 / 64.0 + 32 / (64 * 256.0), 0.127, 1e-3 },
		{ at, "3.48 GB at 4.127 bits", all7 * 4.127 / 8 / 1e9, 3.48, 2e-3 },
		{ at, "| 0.067 GB | 3.5 GB |", 3.48 + 0.067, 3.5, 0.02 },
		{ at, "GiB $= 85.9$ GB", 80 * pow(2, 30) / 1e9, 85.9, 1e-3 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_the_sheet_on_pytorch_hold)
{
	const char *at = SHEET("pytorch");
	const struct figure s[] = {
		{ at, "$\\ln 2 = 0.69$", log(2), 0.69, 5e-3 },
		{ at, "eats 1,280 samples/s", 256 / 0.20, 1280, 1e-9 },
		{ at, "yields 100/s: 13 workers", ceil(1280 / (1 / 0.010)), 13, 0 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_the_sheet_on_streaming_hold)
{
	const char *at = SHEET("streaming-and-feature-stores");
	const struct figure s[] = {
		{ at, "200 MB/s in, 600 MB/s of disk", 200000 * 1e3 / 1e6, 200, 0 },
		{ at, "200 MB/s in, 600 MB/s of disk", 200 * 3, 600, 0 },
		{ at, "7 days: 363 TB", 200e6 * 86400 * 7 * 3 / 1e12, 363, 1e-3 },
		{ at, "for a consumer: 40", fmax(200 / 10.0, 200 / 5.0), 40, 0 },
		{ at, "leaves 18 million records", 30 * 60 * 10000.0, 18e6, 0 },
		{ at, "gone after 60 min", 18e6 / (15000 - 10000) / 60, 60, 0 },
		{ at, "into 60 windows", 60 / 1.0, 60, 0 },
		{ at, "8 bytes = 160 GB", 100e6 * 200 * 8 / 1e9, 160, 1e-9 },
		{ at, "are 2.5 million keys/s", 5000 * 500.0, 2.5e6, 0 },
		{ at, "2.5 % of the bytes", 5 / 200.0, 0.025, 1e-9 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_the_sheet_on_system_design_hold)
{
	const char *at = SHEET("system-design-framework");
	double mean = 100e6 * 20 / 86400, peak = 3 * mean;
	const struct figure s[] = {
		{ at, "Minutes of 45", 5 + 3 + 3 + 4 + 7 + 10 + 6 + 4 + 3, 45, 0 },
		{ at, "| 86,400 s", 24 * 60 * 60, 86400, 0 },
		{ at, "| 11.6 a second |", 1e6 / 86400, 11.6, 3e-3 },
		{ at, "43.2 / 4.32 minutes in 30 days", 30 * 24 * 60 * 0.001, 43.2, 1e-9 },
		{ at, "43.2 / 4.32 minutes in 30 days", 30 * 24 * 60 * 0.0001, 4.32, 1e-9 },
		{ at, "| 3 KB, 700 tokens |", 500 * 6, 3000, 0 },
		{ at, "| 3 KB, 700 tokens |", (3000 / 4.0 + 500 / 0.75) / 2, 700, 0.02 },
		{ at, "8 bytes / 512 bytes", 128 * 4, 512, 0 },
		{ at, "23,100/s, at peak × 3 69,400/s", mean, 23100, 3e-3 },
		{ at, "23,100/s, at peak × 3 69,400/s", peak, 69400, 1e-3 },
		{ at, "34.7 million scores/s", peak * 500, 34.7e6, 1e-3 },
		{ at, "1,736 cores", peak * 500 / 20000, 1736, 1e-3 },
		{ at, "at 60 % load 2,894", ceil(peak * 500 / 20000 / 0.6), 2894, 0 },
		{ at, "2 TB a day", 2e9 * 1e3 / 1e12, 2, 0 },
		{ at, "64 floats: 256 GB", 1e9 * 64 * 4 / 1e9, 256, 0 },
		{ at, "= 6,940 requests", peak * 0.1, 6940, 1e-3 },
		{ at, "0.99^{100} = 63\\,\\%", 1 - pow(0.99, 100), 0.63, 0.01 },
		{ at, "== 232", ceil(peak / (500 * 0.6)), 232, 0 },
		{ at, "$q = 0.5$ gives 0.0099", 0.5 / (0.5 + 0.5 / 0.01), 0.0099, 1e-3 },
		{ at, "0.8 quantile if late costs 4 times early", 4 / (4 + 1.0), 0.8, 1e-9 },
		{ at, "are 3.07 TB", 1e9 * 768 * 4 / 1e12, 3.07, 1e-3 },
		{ at, "96 bytes 96 GB", 1e9 * 96 / 1e9, 96, 0 },
		{ at, "$3/102 = 2.9\\,\\%$", (1 + 2) / (2 + 100.0), 0.029, 0.02 },
		{ at, "= 39\\,\\%$", 1 - exp(-1 / 2.0), 0.39, 0.01 },
		{ at, "**Latency budget** of 200 ms", 20 + 30 + 30 + 80 + 10 + 30, 200, 0 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_the_sheet_on_behavioural_interviews_hold)
{
	const char *at = SHEET("behavioural-star");
	const struct figure s[] = {
		{ at, "Seconds of 120", 20 + 10 + 70 + 15 + 5, 120, 0 },
	};
	figures_hold(s, LENGTH(s));
}
