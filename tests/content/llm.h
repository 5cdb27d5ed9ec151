/*
 * llm.h - devices and a model that figures of the questions on language models are computed with.
 */
#ifndef HONE_LLM_H
#define HONE_LLM_H

#include <math.h>

#include "figure.h"

/* Devices: FLOP/s in 16 bits, bytes per second of memory and of NVLink in one direction. */
static const double a100 = 312e12, a100_hbm = 2.0e12, a100_link = 300e9;
static const double h100 = 989e12, h100_hbm = 3.35e12, h100_link = 450e9;

static const double million = 1e6, billion = 1e9, trillion = 1e12, GB = 1e9, GiB = 1073741824.0;
static const double day = 86400, year = 365 * 86400.0;

/* "The 7B": layers, width, inner width, vocabulary; weights of a layer and of all. */
static const double L = 32, d = 4096, f = 11008, V = 32000;

static inline double layer_7b(void)
{
	return 4 * d * d + 3 * d * f;
}

static inline double n_7b(void)
{
	return L * layer_7b() + 2 * V * d + (2 * L + 1) * d;
}

/* Bytes of keys and values of one token. */
static inline double kv(double layers, double heads, double bytes)
{
	return 2 * layers * heads * 128 * bytes;
}

/* Bytes that each of n ranks sends in a ring all-reduce, by bytes reduced. */
static inline double ring(double n)
{
	return 2 * (n - 1) / n;
}

#endif
