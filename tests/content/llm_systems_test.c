/* llm_systems_test.c - the figures of the questions on systems of large language models. */
#include "llm.h"

#define SYS "ml-interview/questions/06-llm-systems.md"

/* FLOPs per byte of an m x k by k x n product in 16 bits. */
static double intensity(double m, double k, double n)
{
	return 2 * m * n * k / (2 * (m * k + k * n + m * n));
}

/* The best interval between checkpoints in hours, and what it wastes. */
static double interval(double save, double between)
{
	return sqrt(2 * save * between);
}

static double waste(double save, double between)
{
	double t = interval(save, between);
	return save / t + t / (2 * between);
}

static double minhash(double similarity)
{
	return 1 - pow(1 - pow(similarity, 8), 20);
}

TEST(figures_of_zero_and_sharding_hold)
{
	const struct figure s[] = {
		{ SYS, "that is 14 GB of gradients", 7 * billion * 2 / GB, 14, 0 },
		{ SYS, "24.5 GB sent by each", ring(8) * 14, 24.5, 1e-9 },
		{ SYS, "| 0 | nothing | 16 | 112 |", 16 * 7, 112, 0 },
		{ SYS, "| 4 + 12/n | 38.5 |", (4 + 12.0 / 8) * 7, 38.5, 1e-9 },
		{ SYS, "| 2 + 14/n | 26.25 |", (2 + 14.0 / 8) * 7, 26.25, 1e-9 },
		{ SYS, "| 16/n | 14 |", 16.0 / 8 * 7, 14, 1e-9 },
		{ SYS, "with 41.5 GB left for activations", 80 - (4 + 12.0 / 8) * 7, 41.5, 1e-9 },
		{ SYS, "stage 3 holds 1.75 GB", 16.0 / 64 * 7, 1.75, 1e-9 },
		{ SYS, "3/2 of the volume", (1 + 1 + 1) / 2.0, 3.0 / 2, 0 },
		{ SYS, "= 0.88 GB and 0.44 GB. The whole model", 2 * 14.0 / 32, 0.88, 0.01 },
		{ SYS, "and 0.44 GB. The whole model", 14.0 / 32, 0.44, 0.01 },
		{ SYS, "$16 \\cdot 13 = 208$ GB of state", 16 * 13, 208, 0 },
		{ SYS, "over 8 ranks 26 GB each", 208.0 / 8, 26, 0 },
		{ SYS, "over 16 it would be 13 GB", 208.0 / 16, 13, 0 },
		{ SYS, "bf16, 26 GB of weights", 13 * 2, 26, 0 },
		{ SYS, "= 73 GB. With hybrid sharding", 3 * 15.0 / 16 * 26, 73, 0.003 },
		{ SYS, "its 3.25 GB of gradients", 26.0 / 8, 3.25, 0 },
		{ SYS, "8 ranks send 26 GB together", 8 * ring(2) * 3.25, 26, 1e-9 },
		{ SYS, "That is 2.8 times less", 3 * 15.0 / 16 * 26 / 26, 2.8, 0.01 },
		{ SYS, "70 billion are 1,120 GB against 640 GB", 16 * 70, 1120, 0 },
		{ SYS, "against 640 GB in 8 GPUs", 8 * 80, 640, 0 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_tensor_and_pipeline_parallelism_hold)
{
	const double bsd = 4 * 2048.0 * 8192 * 2;
	const struct figure s[] = {
		{ SYS, "in bf16 that is 134 MB", bsd / million, 134, 0.003 },
		{ SYS, "= 235 MB, at 450 GB/s", ring(8) * bsd / million, 235, 0.003 },
		{ SYS, "in one direction 0.52 ms", ring(8) * bsd / h100_link * 1e3, 0.52, 0.01 },
		{ SYS, "167 ms per micro-batch", 80 * 4 * ring(8) * bsd / h100_link * 1e3, 167,
			0.003 },
		{ SYS, "it would be 9 times as long", h100_link / 50e9, 9, 1e-9 },
		{ SYS, "holds 8 instead of 64", fmin(8, 64), 8, 0 },
		{ SYS, "the idle share is 17.9 %", 7.0 / (32 + 7), 0.179, 0.004 },
		{ SYS, "the overhead on useful time 21.9 %", 7.0 / 32, 0.219, 0.002 },
		{ SYS, "= 5.5 %. ", 7.0 / (4 * 32), 0.055, 0.01 },
		{ SYS, "the factors are 13 and", 10 + 24.0 / 8, 13, 0 },
		{ SYS, "are 13 and 4.25:", 34.0 / 8, 4.25, 0 },
		{ SYS, "4.25: 3.1 times less", (10 + 24.0 / 8) / (34.0 / 8), 3.1, 0.02 },
		{ SYS, "at least 6,240 tokens per rank", a100 / 50e9, 6240, 1e-9 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_experts_and_layouts_hold)
{
	const double dispatch = 8192.0 * 2 * 4096 * 2;
	const struct figure s[] = {
		{ SYS, "a rank sends 134 MB in one dispatch", dispatch / million, 134, 0.003 },
		{ SYS, "on 8 ranks: 117 MB", dispatch * 7 / 8 / million, 117, 0.005 },
		{ SYS, "this takes 2.3 ms", dispatch * 7 / 8 / 50e9 * 1e3, 2.3, 0.025 },
		{ SYS, "of NVLink 0.39 ms", dispatch * 7 / 8 / a100_link * 1e3, 0.39, 0.01 },
		{ SYS, "are only 256 for each expert", 8192 * 2.0 / 64, 256, 0 },
		{ SYS, "State is $16 \\cdot 70$ = 1,120 GB", 16 * 70, 1120, 0 },
		{ SYS, "data parallelism over $512/32 = 16$", 64 * 8 / (8.0 * 4), 16, 0 },
		{ SYS, "= 35 GB; with ZeRO-1", 1120.0 / 32, 35, 0 },
		{ SYS, "= 10.4 GB.", 4 * 70 / 32.0 + 12 * 70 / (32.0 * 16), 10.4, 0.002 },
		{ SYS, "80 layers give 20 per stage", 80 / 4.0, 20, 0 },
		{ SYS, "is 4.2 million tokens: 64 sequences", 1024 * 4096.0, 4.2 * million, 0.002 },
		{ SYS, "64 sequences per pipeline", 1024 / 16.0, 64, 0 },
		{ SYS, "The idle share is $3/67$ = 4.5 %", 3.0 / (64 + 3), 0.045, 0.01 },
		{ SYS, "8192/8$ bytes = 11.4 GB", 4 * 20 * 34 * 4096.0 * 8192 / 8 / GB, 11.4,
			0.001 },
		{ SYS, "of two sequences per rank", 1024 / 512.0, 2, 0 },
		{ SYS, "Each pass gathers 140 GB", 70 * 2, 140, 0 },
		{ SYS, "140 GB: 0.7 s if", 140 / (8 * 25.0), 0.7, 1e-9 },
		{ SYS, "share it, 5.6 s over one", 140 / 25.0, 5.6, 1e-9 },
		{ SYS, "per rank takes 8.2 s", 2 * 70e9 * 8192 / (0.45 * a100), 8.2, 0.005 },
		{ SYS, "ends at 1,024 ranks of one sequence", 1024 / 1.0, 1024, 0 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_activations_and_number_formats_hold)
{
	const struct figure s[] = {
		{ SYS, "are 16.8 GB in fp32", 8 * 4096.0 * 128000 * 4 / GB, 16.8, 0.002 },
		{ SYS, "a factor of 1.33", 8.0 / 6, 1.33, 0.003 },
		{ SYS, "For 64 layers that is 16 instead of 64", 2 * sqrt(64), 16, 0 },
		{ SYS, "= 162\\,sbd$", 2 * 64 + 34, 162, 0 },
		{ SYS, "$34 \\cdot 64 = 2176\\,sbd$", 34 * 64, 2176, 0 },
		{ SYS, "2176\\,sbd$, 13 times less", 2176.0 / 162, 13, 0.04 },
		{ SYS, "| fp32 | 8 | 23 | 3.4e38 |", (2 - pow(2, -23)) * pow(2, 127), 3.4e38,
			0.002 },
		{ SYS, "| 3.4e38 | 1.2e-38 | 1.2e-7 |", pow(2, -23), 1.2e-7, 0.01 },
		{ SYS, "| bf16 | 8 | 7 | 3.4e38 |", (2 - pow(2, -7)) * pow(2, 127), 3.4e38, 0.005 },
		{ SYS, "| 3.4e38 | 1.2e-38 | 0.0078 |", pow(2, -126), 1.2e-38, 0.03 },
		{ SYS, "| 1.2e-38 | 0.0078 |", pow(2, -7), 0.0078, 0.003 },
		{ SYS, "| fp16 | 5 | 10 | 65,504 |", (2 - pow(2, -10)) * pow(2, 15), 65504, 0 },
		{ SYS, "| 65,504 | 6.1e-5 |", pow(2, -14), 6.1e-5, 0.002 },
		{ SYS, "| 6.1e-5 | 0.00098 |", pow(2, -10), 0.00098, 0.004 },
		{ SYS, "$2^{-12}$ = 0.000244 apart", pow(2, -5) * pow(2, -7), 0.000244, 0.001 },
		{ SYS, "An Adam step of size 0.0001 is less than half of that",
			0.0001 < pow(2, -12) / 2, 1, 0 },
		{ SYS, "loses gradients below 6e-8", pow(2, -24), 6e-8, 0.01 },
		{ SYS, "$2^{-24}$ = 6.0e-8", pow(2, -24), 6.0e-8, 0.01 },
		{ SYS, "with a factor of 65,536", pow(2, 16), 65536, 0 },
		{ SYS, "it is 6.6e-4", 1e-8 * pow(2, 16), 6.6e-4, 0.01 },
		{ SYS, "| E4M3 | 4 | 3 | 448 |", (2 - pow(2, -2)) * pow(2, 8), 448, 0 },
		{ SYS, "| E5M2 | 5 | 2 | 57,344 |", (2 - pow(2, -2)) * pow(2, 15), 57344, 0 },
		{ SYS, "differ by up to 12.5 %", pow(2, -3), 0.125, 0 },
		{ SYS, "an error up to 6.25 %", pow(2, -4), 0.0625, 0 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_offload_and_flash_attention_hold)
{
	const double step = 2 * 14 * GB / 25e9;
	const double per_token = 6 * 7 * billion / (0.4 * a100);
	const double scores = 4096.0 * 4096 * 2;
	const double qkvo = 4 * 4096.0 * 128 * 2;
	const double flops = 4 * 4096.0 * 4096 * 128;
	const struct figure s[] = {
		{ SYS, "gradients go down in bf16, 14 GB", 7 * 2, 14, 0 },
		{ SYS, "each takes 0.56 s", 14 / 25.0, 0.56, 1e-9 },
		{ SYS, "together 1.1 s", step, 1.1, 0.02 },
		{ SYS, "| 4,096 | 1.4 s |", 4096 * per_token, 1.4, 0.02 },
		{ SYS, "| 1.4 s | 81 % |", step / (4096 * per_token), 0.81, 0.01 },
		{ SYS, "| 65,536 | 22 s |", 65536 * per_token, 22, 0.01 },
		{ SYS, "| 22 s | 5 % |", step / (65536 * per_token), 0.05, 0.02 },
		{ SYS, "12 bytes a parameter, 84 GB", 12 * 7, 84, 0 },
		{ SYS, "about 28 bytes a parameter", 2 + 3 * 4 + 3 * 4 + 2, 28, 0 },
		{ SYS, "it takes 2 s, so it too", 28 * 7 * billion / 100e9, 2, 0.03 },
		{ SYS, "NVLink is ten times faster than the bus", a100_link / 32e9, 10, 0.07 },
		{ SYS, "entries, 33.6 MB", scores / million, 33.6, 0.002 },
		{ SYS, "read again: 134 MB", 4 * scores / million, 134, 0.003 },
		{ SYS, "are 4.2 MB together", qkvo / million, 4.2, 0.002 },
		{ SYS, "= 8.6$ billion", flops, 8.6 * billion, 0.002 },
		{ SYS, "| Plain | 138 MB |", (4 * scores + qkvo) / million, 138, 0.004 },
		{ SYS, "| 138 MB | 62 |", flops / (4 * scores + qkvo), 62, 0.005 },
		{ SYS, "| 4.2 MB | 2,048 |", flops / qkvo, 2048, 1e-9 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_optimiser_states_hold)
{
	const struct figure s[] = {
		{ SYS, "| Adam, fp32 moments | 8 | 56 GB |", 8 * 7, 56, 0 },
		{ SYS, "a 4-byte scale per 256 | 2.03 |", 2 * (1 + 4.0 / 256), 2.03, 0.001 },
		{ SYS, "| 2.03 | 14.2 GB |", 2 * (1 + 4.0 / 256) * 7, 14.2, 0.002 },
		{ SYS, "| about 0 | 0.014 GB |",
			7 * billion * 4 * (4096 + 4096) / (4096.0 * 4096) / GB, 0.014, 0.03 },
		{ SYS, "8,192 instead of 16.8 million", 4096 + 4096, 8192, 0 },
		{ SYS, "instead of 16.8 million for a square of 4096", 4096.0 * 4096,
			16.8 * million, 0.002 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_hardware_hold)
{
	const double ridge = a100 / a100_hbm;
	const struct figure s[] = {
		{ SYS, "take as long as 216", 2 * 108, 216, 0 },
		{ SYS, "counts 16 times as much", 312 / 19.5, 16, 1e-9 },
		{ SYS, "= 19.5 TB/s. HBM", 128 * 108 * 1.41e9 / 1e12, 19.5, 0.002 },
		{ SYS, "HBM is about 10 times slower", 19.5 / 2.0, 10, 0.03 },
		{ SYS, "NVLink 7 times slower than HBM", a100_hbm / a100_link, 7, 0.05 },
		{ SYS, "the network 12 times slower than NVLink", a100_link / 25e9, 12, 1e-9 },
		{ SYS, "| Network, 200 Gbit/s | other nodes | 25 GB/s |", 200 / 8.0, 25, 0 },
		{ SYS, "A100: $312/2.0$ = 156", ridge, 156, 1e-9 },
		{ SYS, "H100: $989/3.35$ = 295", h100 / h100_hbm, 295, 0.001 },
		{ SYS, "1 FLOP, 6 bytes | 0.17 |", 1.0 / 6, 0.17, 0.02 },
		{ SYS, "| 0.17 | memory | 0.33 TFLOP/s |", a100_hbm / 6 / trillion, 0.33, 0.011 },
		{ SYS, "8 FLOPs per 4 bytes | 2 | memory | 4 TFLOP/s |",
			8 / 4.0 * a100_hbm / trillion, 4, 1e-9 },
		{ SYS, "Matrix times vector, 4096 | 1 |", intensity(1, 4096, 4096), 1, 0.001 },
		{ SYS, "| 1 | memory | 2 TFLOP/s |", a100_hbm / trillion, 2, 1e-9 },
		{ SYS, "Matrix times matrix, 4096 | 1,365 |", intensity(4096, 4096, 4096), 1365,
			0.001 },
		{ SYS, "crosses the ridge at $n = 468$", 3 * ridge, 468, 1e-9 },
		{ SYS, "| 1 | 1.0 | memory-bound |", intensity(1, 4096, 4096), 1.0, 0.001 },
		{ SYS, "| 256 | 228 |", intensity(256, 4096, 4096), 228, 0.003 },
		{ SYS, "| 1,024 | 683 |", intensity(1024, 4096, 4096), 683, 0.001 },
		{ SYS, "reaches 2 of 312 TFLOP/s, 0.6 %", a100_hbm / a100, 0.006, 0.07 },
		{ SYS, "33.6 MB are read", 4096.0 * 4096 * 2 / million, 33.6, 0.002 },
		{ SYS, "for 33.6 million FLOPs", 2 * 4096.0 * 4096, 33.6 * million, 0.002 },
		{ SYS, "fused it is 3 times as fast", 6 / 2.0, 3, 0 },
		{ SYS, "that is 0.6 ms", 6 * 100 * million * 2 / a100_hbm * 1e3, 0.6, 1e-9 },
		{ SYS, "against 0.2 ms", 2 * 100 * million * 2 / a100_hbm * 1e3, 0.2, 1e-9 },
		{ SYS, "is 288 launches", 24 * 12, 288, 0 },
		{ SYS, "at 10 microseconds 2.9 ms", 288 * 10e-3, 2.9, 0.01 },
		{ SYS, "reads 2 GB in 1.0 ms", 2 * GB / a100_hbm * 1e3, 1.0, 1e-9 },
		{ SYS, "about a third of the bound", 1.0 / 2.88, 1.0 / 3, 0.05 },
		{ SYS, "400 Gbit/s gives 50 GB/s", 400 / 8.0, 50, 0 },
		{ SYS, "6 to 9 times less", a100_link / 50e9, 6, 1e-9 },
		{ SYS, "6 to 9 times less", h100_link / 50e9, 9, 1e-9 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_communication_hold)
{
	const double hide = 3.5 / a100_link * 0.4 * a100 / 4;
	const struct figure s[] = {
		{ SYS, "= 0.55 s. With", ring(64) * 14 / 50, 0.55, 0.005 },
		{ SYS, "the first is 1.3 ms", 2 * 63 * 10e-3, 1.3, 0.035 },
		{ SYS, "1 MB takes 0.04 ms by bandwidth", ring(64) * 1e6 / 50e9 * 1e3, 0.04, 0.02 },
		{ SYS, "here 12 or 0.12 ms", 2 * log2(64), 12, 0 },
		{ SYS, "12 or 0.12 ms", 2 * log2(64) * 10e-3, 0.12, 1e-9 },
		{ SYS, "3.5 bytes are sent in bf16", ring(8) * 2, 3.5, 1e-9 },
		{ SYS, "T \\ge 364", hide, 364, 1e-9 },
		{ SYS, "over one adapter of 25 GB/s it is 4,368", hide * a100_link / 25e9, 4368,
			1e-9 },
		{ SYS, "= 133 TFLOP/s", 6 * 6.74e9 * 3300 / trillion, 133, 0.004 },
		{ SYS, "an MFU of 42.8 %", 6 * 6.74e9 * 3300 / a100, 0.428, 0.001 },
		{ SYS, "hardware utilisation is 57 %", 8 * 6.74e9 * 3300 / a100, 0.57, 0.002 },
		{ SYS, "for a step of 10.0 s", 4.9 + 1.4 + 1.8 + 1.1 + 0.8, 10.0, 1e-9 },
		{ SYS, "against 4.9 s", 10.0 * 22 / 45, 4.9, 0.003 },
		{ SYS, "The speed-up is 6.25 of 8", 10.0 / 1.6, 6.25, 1e-9 },
		{ SYS, "of 8: strong efficiency 78 %", 10.0 / 1.6 / (512.0 / 64), 0.78, 0.002 },
		{ SYS, "a speed-up of 39.3 on 64", 1 / (0.01 + 0.99 / 64), 39.3, 0.001 },
		{ SYS, "on 64 devices (61 %)", 1 / (0.01 + 0.99 / 64) / 64, 0.61, 0.01 },
		{ SYS, "never more than 100", 1 / 0.01, 100, 1e-9 },
		{ SYS, "steps are 1.25 times the minimum", 1 + 1 / (5.0 - 1), 1.25, 1e-9 },
		{ SYS, "the minimum, samples 5 times", 4 * 1.25, 5, 1e-9 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_long_runs_hold)
{
	const double between = 50000.0 / 1024, fails = 60 * 24 / (50000.0 / 4096);
	const struct figure s[] = {
		{ SYS, "8 ranks are held up in 0.8 %", 1 - pow(0.999, 8), 0.008, 0.005 },
		{ SYS, "1,024 ranks in 64 %", 1 - pow(0.999, 1024), 0.64, 0.005 },
		{ SYS, "for 1,024 ranks 3.7 standard deviations", sqrt(2 * log(1024)), 3.7, 0.01 },
		{ SYS, "4,096 fail every 12.2 hours", 50000.0 / 4096, 12.2, 0.002 },
		{ SYS, "failures about twice a day", 24 / (50000.0 / 4096), 2, 0.03 },
		{ SYS, "about 118 interruptions in 60 days", fails, 118, 0.002 },
		{ SYS, "that would be 10 days", fails * 2 / 24, 10, 0.02 },
		{ SYS, "are 29.5 hours of 1,440", 118 / 4.0, 29.5, 1e-9 },
		{ SYS, "29.5 hours of 1,440: 2 %", 29.5 / (60 * 24), 0.02, 0.03 },
		{ SYS, "$M$ = 48.8 hours", between, 48.8, 0.001 },
		{ SYS, "= 1.80 hours", interval(2 / 60.0, between), 1.80, 0.003 },
		{ SYS, "the waste is 3.7 %", waste(2 / 60.0, between), 0.037, 0.005 },
		{ SYS, "= 0.52 hours and 1.1 %", interval(10 / 3600.0, between), 0.52, 0.003 },
		{ SYS, "0.52 hours and 1.1 %", waste(10 / 3600.0, between), 0.011, 0.04 },
		{ SYS, "raises the waste by 25 %", (2 + 0.5) / 2 - 1, 0.25, 1e-9 },
		{ SYS, "the interval halves, the waste doubles", waste(0.01, 10) / waste(0.01, 40),
			2, 1e-9 },
		{ SYS, "some 40,000 times the bytes of text", 2500 * 110e3 / (3300 * 2.0), 40000,
			0.05 },
		{ SYS, "are 20,000 a second", 8 * 2500, 20000, 0 },
		{ SYS, "that is 2.2 GB/s from storage", 20000 * 110e3 / GB, 2.2, 1e-9 },
		{ SYS, "it takes 160 cores", 20000 * 0.008, 160, 1e-9 },
		{ SYS, "are 3.4 MB/s", 512 * 3300 * 2 / million, 3.4, 0.01 },
		{ SYS, "With a vocabulary up to 65,536", pow(2, 16), 65536, 0 },
		{ SYS, "One trillion tokens are 2 TB or 4 TB", trillion * 2 / 1e12, 2, 0 },
		{ SYS, "= 0.69:", pow(1 / 20.0, 1 / 8.0), 0.69, 0.005 },
		{ SYS, "| 0.5 | 0.075 |", minhash(0.5), 0.075, 0.005 },
		{ SYS, "| 0.7 | 0.695 |", minhash(0.7), 0.695, 0.001 },
		{ SYS, "| 0.8 | 0.975 |", minhash(0.8), 0.975, 0.001 },
		{ SYS, "| 0.9 | 0.99999 |", minhash(0.9), 0.99999, 1e-5 },
		{ SYS, "would be $5 \\cdot 10^{17}$ comparisons", billion * (billion - 1) / 2, 5e17,
			1e-6 },
		{ SYS, "signatures are 160 numbers", 20 * 8, 160, 0 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_scaling_laws_and_adapters_hold)
{
	const double n = sqrt(1e23 / 120), quantised = 4 + 8.0 / 64 + 32.0 / (64 * 256);
	const double served =
		(6 * 14 * billion * 2 * trillion - 1e23) / (2 * (28.9 - 14) * billion);
	const struct figure s[] = {
		{ SYS, "$C = 120N^2$", 6 * 20, 120, 0 },
		{ SYS, "$N$ = 28.9 billion", n, 28.9 * billion, 0.002 },
		{ SYS, "$D$ = 577 billion tokens", 20 * n, 577 * billion, 0.001 },
		{ SYS, "10 times the parameters and 10 times the tokens", sqrt(100), 10, 0 },
		{ SYS, "28.9 billion parameters and 577 billion tokens cost $10^{23}$",
			6 * 28.9e9 * 577e9, 1e23, 0.001 },
		{ SYS, "$1.68 \\cdot 10^{23}$, two thirds more", 6 * 14 * billion * 2 * trillion,
			1.68e23, 1e-9 },
		{ SYS, "two thirds more. They", 1.68 - 1, 2.0 / 3, 0.03 },
		{ SYS, "T = 2.3 \\cdot 10^{12}", served, 2.3e12, 0.01 },
		{ SYS, "2.3 trillion served tokens", served, 2.3 * trillion, 0.01 },
		{ SYS, "is there in 228 days", served / (10 * billion), 228, 0.002 },
		{ SYS, "= 0.5 bit.", 32.0 / 64, 0.5, 0 },
		{ SYS, "= 4.127 \\text{ bits}", quantised, 4.127, 1e-4 },
		{ SYS, "at 4.127 bits | 36.1 |", 70 * quantised / 8, 36.1, 0.001 },
		{ SYS, "fp32 scales (4.5 bits) | 39.4 |", 70 * 4.5 / 8, 39.4, 0.001 },
		{ SYS, "0.2 billion at 16 bytes | 3.2 |", 0.2 * 16, 3.2, 1e-9 },
		{ SYS, "base in bf16 | 140 |", 70 * 2, 140, 0 },
		{ SYS, "fit one 48 GB device", 70 * quantised / 8 + 0.2 * 16 < 48, 1, 0 },
		{ SYS, "14 of 16 bytes a parameter", 16 - 2, 14, 0 },
		{ SYS, "| Weights | 14 GB | 14 GB | 3.6 GB |", 7 * quantised / 8, 3.6, 0.005 },
		{ SYS, "| Gradients and optimiser | 98 GB |", 14 * 7, 98, 0 },
		{ SYS, "0.64 GB (adapters, all states)", 40 * million * 16 / GB, 0.64, 1e-9 },
		{ SYS, "Hence a third less compute", 1 - 4.0 / 6, 1.0 / 3, 1e-9 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_prefill_batching_and_drafts_hold)
{
	const double n = n_7b();
	const double token = kv(32, 32, 2);
	const double a = 0.8;
	const double expected = (1 - pow(a, 5)) / (1 - a);
	const struct figure s[] = {
		{ SYS, "500,500 instead of 1,000", 1000 * 1001 / 2.0, 500500, 0 },
		{ SYS, "0.5 MiB a token, 2 GiB for 4,096", token / 1048576, 0.5, 0 },
		{ SYS, "2 GiB for 4,096 tokens", token * 4096 / GiB, 2, 0 },
		{ SYS, "| FLOPs | 27 TFLOP |", 2 * n * 2000 / trillion, 27, 0.003 },
		{ SYS, "| 27 TFLOP | 13.5 GFLOP |", 2 * n / billion, 13.5, 0.003 },
		{ SYS, "| 86 ms |", 2 * n * 2000 / a100 * 1e3, 86, 0.006 },
		{ SYS, "| 86 ms | 0.04 ms |", 2 * n / a100 * 1e3, 0.04, 0.1 },
		{ SYS, "| 13.5 GB | 13.5 GB |", 2 * n / GB, 13.5, 0.003 },
		{ SYS, "| 6.7 ms | 6.7 ms |", 2 * n / a100_hbm * 1e3, 6.7, 0.006 },
		{ SYS, "about 156 sequences on an A100", a100 / a100_hbm, 156, 1e-9 },
		{ SYS, "300 used waste 85 %", 1 - 300 / 2048.0, 0.85, 0.005 },
		{ SYS, "on average 7.5 slots", (0 + 15) / 2.0, 7.5, 0 },
		{ SYS, "3,200 slot-steps", 4 * 800, 3200, 0 },
		{ SYS, "for 1,170 tokens", 100 + 120 + 150 + 800, 1170, 0 },
		{ SYS, "tokens, 37 % useful", 1170 / 3200.0, 0.37, 0.015 },
		{ SYS, "$\\gamma = 4$: 3.36", expected, 3.36, 0.001 },
		{ SYS, "a round costs 1.2", 1 + 4 * 0.05, 1.2, 1e-9 },
		{ SYS, "the speed-up is 2.8", expected / 1.2, 2.8, 0.002 },
		{ SYS, "= 8.3e-5: 41 dB", pow(4 / 127.0, 2) / 12, 8.3e-5, 0.005 },
		{ SYS, "8.3e-5: 41 dB", -10 * log10(pow(4 / 127.0, 2) / 12), 41, 0.005 },
		{ SYS, "The step is 0.1;", 12.7 / 127, 0.1, 1e-9 },
		{ SYS, "= 4.125 bits", 4 + 16.0 / 128, 4.125, 0 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_latency_and_scheduling_hold)
{
	const double n = n_7b();
	const double token = kv(32, 32, 2);
	const double latency = 0.4 + 299 * 0.03;
	const double scores = 2 * L * d * 8000 * 8000;
	const struct figure s[] = {
		{ SYS, "= 9.37 s. One reader", latency, 9.37, 1e-9 },
		{ SYS, "33 tokens a second", 1 / 0.03, 33, 0.011 },
		{ SYS, "at 5 a second 47 are in flight", 5 * latency, 47, 0.005 },
		{ SYS, "2,150 tokens each", 2000 + 300 / 2.0, 2150, 0 },
		{ SYS, "that is 49 GiB of cache", 47 * 2150 * token / GiB, 49, 0.01 },
		{ SYS, "94 % of the prefill is saved", 1500 / 1600.0, 0.94, 0.003 },
		{ SYS, "takes 108 TFLOP for the weights", 2 * n * 8000 / trillion, 108, 0.003 },
		{ SYS, "and 17 for attention", scores / trillion, 17, 0.02 },
		{ SYS, "of an A100's peak 0.67 s", (2 * n * 8000 + scores) / (0.6 * a100), 0.67,
			0.01 },
		{ SYS, "and up to 2 for attention", 4 * L * d * 512 * (8000 - 256) / trillion, 2,
			0.05 },
		{ SYS, "a step does 6.9 TFLOP for the weights", 2 * n * 512 / trillion, 6.9,
			0.002 },
		{ SYS, "for the weights, 37 ms", 2 * n * 512 / (0.6 * a100) * 1e3, 37, 0.005 },
		{ SYS, "since 16 chunks share", ceil(8000 / 512.0), 16, 0 },
		{ SYS, "has 327,680 bytes a token, 1.31 GB", kv(80, 8, 2), 327680, 0 },
		{ SYS, "bytes a token, 1.31 GB", kv(80, 8, 2) * 4000 / GB, 1.31, 0.001 },
		{ SYS, "that is 26 ms", kv(80, 8, 2) * 4000 / 50e9 * 1e3, 26, 0.01 },
		{ SYS, "it would take a second", kv(80, 8, 2) * 4000 / 1.25e9, 1, 0.05 },
		{ SYS, "are 1.05 GB, about 42 ms", token * 2000 / GB, 1.05, 0.002 },
		{ SYS, "about 42 ms each way", token * 2000 / 25e9 * 1e3, 42, 0.002 },
		{ SYS, "against a prefill of about 0.14 s", 2 * n * 2000 / (0.6 * a100), 0.14,
			0.03 },
		{ SYS, "it is 0.25 MiB a token instead of 0.5", kv(32, 32, 1) / 1048576, 0.25, 0 },
		{ SYS, "per 32 values 5 bits", 4 + 2 * 16.0 / 32, 5, 0 },
		{ SYS, "5 bits, 0.16 MiB", kv(32, 32, 5.0 / 8) / 1048576, 0.16, 0.03 },
	};
	figures_hold(s, LENGTH(s));
}

/* What answers say first, rounded for the ear. */
TEST(figures_said_first_hold)
{
	const struct figure s[] = {
		{ SYS, "keeps the overhead below 25 %", 1 / 4.0, 0.25, 0 },
		{ SYS, "43 % and 57 % for the run below", 6 * 6.74e9 * 3300 / a100, 0.43, 0.006 },
		{ SYS, "Over 10 Gbit/s, 1.25 GB/s", 10 / 8.0, 1.25, 0 },
	};
	figures_hold(s, LENGTH(s));
}
