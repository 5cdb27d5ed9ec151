# hone. `make run` starts it, `make test` tests it; both install what this machine lacks, after saying what.
# Sources are found by name: a new src/*/NAME.c or tests/*/NAME_test.c needs no line here.
# `make test T=plan` runs only the tests whose file names contain "plan"; B=DIR builds elsewhere;
# V=1 shows the commands.

VERSION := 0.1.0
PREFIX ?= /usr/local
DESTDIR ?=
CFLAGS ?= -O2 -g
ARGS ?=
T ?=
B := build
V ?=
Q := $(if $(V),,@)

GOALS := $(or $(MAKECMDGOALS),all)
.DEFAULT_GOAL := all
.SUFFIXES:
.DELETE_ON_ERROR:
.SECONDARY:
.PHONY: all run test lint san bench fuzz bare install clean tests FORCE

# ---- libraries: .ci/deps finds them, and installs them for the goals that promise that

INSTALLING := run test san lint bench
NEED := run $(if $(filter test san tests,$(GOALS))$(findstring /tests/,$(GOALS)),test) $(if $(filter lint,$(GOALS)),test lint)
DRY := $(findstring n,$(firstword -$(MAKEFLAGS)))
MODE := $(if $(DRY),check,$(if $(filter $(INSTALLING),$(GOALS)),install,check))

ifneq ($(filter-out clean bare,$(GOALS)),)
FOUND := $(shell .ci/deps $(MODE) $(NEED))
ifneq ($(.SHELLSTATUS),0)
$(error what hone is built with is missing)
endif
endif
LIBS := $(filter-out test: lint:,$(FOUND))

# ---- flags

# The defines of ncurses' pkg-config file contradict ours; only its folders are taken.
LIB_CFLAGS := $(filter -I%,$(LIBS))
LDLIBS := $(filter-out -lcmocka -lvterm,$(filter -L% -l%,$(LIBS))) -lm
TEST_LDLIBS := $(filter -L% -l%,$(LIBS)) -lm -lutil

# The released program takes its libraries from archives where this machine has them: loading and binding
# shared ones took a tenth to a fifth of the time to the first frame.
archive = $(if $(findstring /,$(shell $(CC) -print-file-name=lib$(1).a)),-l:lib$(1).a,-l$(1))
ARCHIVED := ncursesw tinfo sqlite3 cmark utf8proc inih
LDLIBS_san := $(LDLIBS)
LDLIBS_rel = $(foreach l,$(LDLIBS),$(if $(filter $(patsubst -l%,%,$(l)),$(ARCHIVED)),$(call archive,$(patsubst -l%,%,$(l))),$(l)))

WARN := -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
	-Wpointer-arith -Wcast-qual -Wwrite-strings -Wvla -Wundef -Wformat=2 -Werror
STD := -std=c11 -D_XOPEN_SOURCE=700
HARD_C := -fPIE -fstack-protector-strong -fstack-clash-protection \
	-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2
HARD_LD := -pie -Wl,-z,relro,-z,now -Wl,-z,noexecstack
SAN := -fPIE -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer

CFLAGS_rel := $(CFLAGS) $(HARD_C)
LDFLAGS_rel := $(HARD_LD) -Wl,-O1,--as-needed,--hash-style=gnu $(LDFLAGS)
CFLAGS_san := -O1 -g $(SAN)
LDFLAGS_san := -pie $(SAN) $(LDFLAGS)

# The core sees its public headers and no others.
DEFINES := '-DHONE_DATADIR="$(PREFIX)/share/hone"' '-DHONE_VERSION="$(VERSION)"'
CORE_C := $(STD) $(WARN) $(DEFINES) -Iinclude $(LIB_CFLAGS)
APP_C := $(CORE_C) -Isrc
TEST_C := $(APP_C) -Itests

# ---- sources

CORE := $(wildcard src/core/*.c src/exchange/*.c)
SCREEN := $(wildcard src/tui/*.c src/views/*.c)
NOTTY := $(filter-out src/tui/term.c src/tui/loop.c,$(SCREEN))
CLI := $(wildcard src/cli/*.c)
MAIN := $(wildcard src/main.c)

wanted = $(if $(T),$(foreach f,$(1),$(if $(findstring $(T),$(notdir $(f))),$(f))),$(1))
UNIT_TESTS := $(call wanted,$(wildcard tests/unit/*_test.c))
CONTENT_TESTS := $(call wanted,$(wildcard tests/content/*_test.c))
SCREEN_TESTS := $(call wanted,$(wildcard tests/screen/*_test.c))
PTY_TESTS := $(call wanted,$(wildcard tests/pty/*_test.c))
CLI_TESTS := $(call wanted,$(wildcard tests/cli/*.sh tests/fault/*.sh tests/content/*.sh))
UNIT_HELP := $(filter-out %_test.c,$(wildcard tests/unit/*.c)) tests/test_main.c
CONTENT_HELP := $(filter-out %_test.c,$(wildcard tests/content/*.c)) tests/test_main.c
SCREEN_HELP := $(filter-out %_test.c,$(wildcard tests/screen/*.c)) tests/test_main.c
PTY_HELP := $(filter-out %_test.c,$(wildcard tests/pty/*.c)) tests/test_main.c
TESTS := $(UNIT_TESTS) $(CONTENT_TESTS) $(SCREEN_TESTS) $(PTY_TESTS)

all: hone

# ---- how things are built, once as released and once with the sanitizers

# $(call objects,VARIANT,SOURCES)
objects = $(patsubst %.c,$(B)/$(1)/%.o,$(2))

define variant
$(B)/$(1)/src/core/%.o $(B)/$(1)/src/exchange/%.o: USE = $$(CORE_C)
$(B)/$(1)/tests/%.o: USE = $$(TEST_C)

$(B)/$(1)/%.o: %.c $(B)/$(1)/flags
	@mkdir -p $$(@D)
	$$(if $(V),,@echo '  cc $$<')
	$(Q)$$(CC) $$(USE) $$(CFLAGS_$(1)) -MMD -MP -c -o $$@ $$<

# What the objects were built with: a change of compiler or flags builds them again.
$(B)/$(1)/flags: FORCE
	@mkdir -p $$(@D)
	@echo '$$(CC) $$(subst ','\'',$$(TEST_C) $$(CFLAGS_$(1)) $$(LDFLAGS_$(1)) $$(LDLIBS_$(1)))' >$$@.new
	@cmp -s $$@.new $$@ && rm $$@.new || mv $$@.new $$@

$(B)/$(1)/libhone.a: $(call objects,$(1),$(CORE))
	@rm -f $$@
	$(Q)$$(AR) rcs $$@ $$^

$(B)/$(1)/hone: $(call objects,$(1),$(MAIN) $(CLI) $(SCREEN)) $(B)/$(1)/libhone.a
	$$(if $(V),,@echo '  ld $$@')
	$(Q)$$(CC) $$(LDFLAGS_$(1)) -o $$@ $$^ $$(LDLIBS_$(1))
	@ln -sfn '$(CURDIR)/decks' $(B)/$(1)/decks
	@ln -sfn '$(CURDIR)/themes' $(B)/$(1)/themes

$(B)/$(1)/tests/unit/%_test: $(B)/$(1)/tests/unit/%_test.o \
		$(call objects,$(1),$(UNIT_HELP)) $(B)/$(1)/libhone.a
	$$(if $(V),,@echo '  ld $$@')
	$(Q)$$(CC) $$(LDFLAGS_$(1)) -o $$@ $$^ $$(TEST_LDLIBS)

$(B)/$(1)/tests/content/%_test: $(B)/$(1)/tests/content/%_test.o \
		$(call objects,$(1),$(CONTENT_HELP)) $(B)/$(1)/libhone.a
	$$(if $(V),,@echo '  ld $$@')
	$(Q)$$(CC) $$(LDFLAGS_$(1)) -o $$@ $$^ $$(TEST_LDLIBS)

$(B)/$(1)/tests/screen/%_test: $(B)/$(1)/tests/screen/%_test.o \
		$(call objects,$(1),$(SCREEN_HELP) $(NOTTY)) $(B)/$(1)/libhone.a
	$$(if $(V),,@echo '  ld $$@')
	$(Q)$$(CC) $$(LDFLAGS_$(1)) -o $$@ $$^ $$(TEST_LDLIBS)

$(B)/$(1)/tests/pty/%_test: $(B)/$(1)/tests/pty/%_test.o \
		$(call objects,$(1),$(PTY_HELP)) $(B)/$(1)/libhone.a
	$$(if $(V),,@echo '  ld $$@')
	$(Q)$$(CC) $$(LDFLAGS_$(1)) -o $$@ $$^ $$(TEST_LDLIBS)
endef

USE = $(APP_C)
$(foreach v,rel san,$(eval $(call variant,$(v))))
ALL_C := $(CORE) $(SCREEN) $(CLI) $(MAIN) $(TESTS) $(UNIT_HELP) $(CONTENT_HELP) $(SCREEN_HELP) $(PTY_HELP)
-include $(foreach v,rel san,$(patsubst %.c,$(B)/$(v)/%.d,$(ALL_C)))

hone: $(B)/rel/hone
	@cp $(B)/rel/hone hone.new && mv hone.new hone

$(B)/terminfo: tests/data/hone-test.ti
	@rm -rf $@ && mkdir -p $@
	$(Q)tic -x -o $@ $<

# ---- goals

run: hone
	@./hone $(ARGS)

tests: hone $(patsubst %.c,$(B)/rel/%,$(TESTS)) $(B)/terminfo

test: tests
	@B=$(B) HONE=$(B)/rel/hone tests/run $(patsubst %.c,$(B)/rel/%,$(TESTS)) $(CLI_TESTS)

san: $(B)/san/hone $(patsubst %.c,$(B)/san/%,$(TESTS)) $(B)/terminfo
	@B=$(B) HONE=$(B)/san/hone tests/run $(patsubst %.c,$(B)/san/%,$(TESTS)) $(CLI_TESTS)

lint: $(call objects,rel,$(ALL_C))
	@B=$(B) CC='$(CC)' CORE_C='$(subst ','\'',$(CORE_C))' APP_C='$(subst ','\'',$(APP_C))' .ci/lint

bench: hone
	@CC='$(CC)' LIBHONE='$(B)/rel/libhone.a' LDLIBS='$(LDLIBS)' tests/bench/run ./hone

# Minutes of any bytes through the formulas, markdown and the plans each (F=plan: these only), under the
# sanitizers; what is learnt stays in the build folder.
MINUTES ?= 10
F ?= tex md plan
fuzz_core = $(filter-out src/core/planner%,$(filter $(patsubst %,src/core/%%,$(1) text str arena base),$(CORE)))
FUZZ_tex := $(call fuzz_core,tex md code)
FUZZ_md := $(FUZZ_tex)
FUZZ_plan := $(call fuzz_core,tex md code plan guide calendar day idset)

fuzz: $(addprefix fuzz-,$(F))

fuzz-%:
	@mkdir -p $(B)/fuzz/$*
	clang $(TEST_C) -O1 -g -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all -o $(B)/fuzz/$*_fuzz \
		tests/fuzz/$*_fuzz.c $(FUZZ_$*) $(TEST_LDLIBS)
	cd $(B)/fuzz && ./$*_fuzz -max_total_time=$$(($(MINUTES) * 60)) -max_len=4096 -timeout=5 \
		-dict=$(CURDIR)/tests/fuzz/words $* $(CURDIR)/tests/fuzz/$*

# The two promises of the README in a Debian that has only git and make; needs root and debootstrap.
bare:
	@.ci/bare

install: hone
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/hone
	install -m 755 hone $(DESTDIR)$(PREFIX)/bin/hone
	cp -R decks $(wildcard themes) $(DESTDIR)$(PREFIX)/share/hone/
	$(if $(wildcard docs/hone.1),install -d $(DESTDIR)$(PREFIX)/share/man/man1)
	$(if $(wildcard docs/hone.1),install -m 644 docs/hone.1 $(DESTDIR)$(PREFIX)/share/man/man1/)

clean:
	rm -rf $(B) hone
