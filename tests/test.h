/*
 * test.h - TEST(name) { ... } defines a cmocka test and registers it; tests/test_main.c runs all that
 * are linked in. Names state the behaviour.
 */
#ifndef HONE_TEST_H
#define HONE_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "hone/str.h"

void test_register(const char *name, void (*run)(void **));

#define TEST(name)                                                                                 \
	static void name(void **);                                                                 \
	__attribute__((constructor)) static void name##_register(void)                             \
	{                                                                                          \
		test_register(#name, name);                                                        \
	}                                                                                          \
	static void name(void **state __attribute__((unused)))

/* Both as text, with a message that shows them. */
void assert_str(struct str got, const char *want);

/* The whole file, malloc'd by the buf; fails the test when it cannot be read. */
struct buf test_read(const char *path);

/*
 * The path of a file in the sample study or of the shared vectors ("study/ml-study-plan", "vectors/x");
 * skips the running test when the sample is not there. HONE_SHARED names its folder, else the folder
 * "shared" beside the checkout.
 */
const char *test_shared(const char *name);

/* A new empty folder under $TMPDIR or /tmp, removed with all that is in it when the program ends. */
const char *test_tmpdir(void);

#endif
