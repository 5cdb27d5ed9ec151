/*
 * tex_stack.h - what is open while a formula is read: groups, arguments, environments, and the atoms in them.
 *
 * A command that takes arguments is a frame that waits for its atoms; when the last one is delivered the frame goes
 * and what the command makes of them is delivered in its place. So nothing recurses, and each byte of the source
 * is looked at once.
 */
#ifndef HONE_TEX_STACK_H
#define HONE_TEX_STACK_H

#include "tex_priv.h"

enum tex_frame_kind {
	TEX_IN_TOP,
	TEX_IN_GROUP, /* "{" up to "}" */
	TEX_IN_INDEX, /* "[" of a root up to "]" */
	TEX_IN_ENVIRONMENT,
	TEX_IN_COMMAND, /* its arguments */
};

struct tex_frame {
	uint8_t kind, font;
	bool tight;
	size_t first;                      /* of its atoms */
	int left;                          /* \left without their \right */
	const struct tex_command *command; /* TEX_IN_COMMAND */
	size_t nargs;                      /* that it waits for in all */
	struct tex_grid *grid;             /* NULL until there is a second cell or row */
};

/* Subscripts of one length at one letter: those that Unicode has, and those that it lacks. */
struct tex_kin {
	struct str bearer;
	int cols;
	bool has, lacks;
};

enum { TEX_KINS = 16 }; /* the first ones of a formula are looked at */

struct tex_parse {
	struct arena *a;
	struct str src;
	size_t at;
	uint32_t *partner; /* of each "{", its "}"; 0 elsewhere */
	struct tex_atom *atom;
	size_t natom, cap;
	struct tex_frame frame[TEX_DEPTH];
	int depth;
	bool refused;
	bool write_capitals; /* as superscripts: Unicode lacks one that the formula has */
	bool lacks_capital;
	struct tex_kin kin[TEX_KINS];
	int nkin;
	bool know_kin; /* read before: subscripts of a kin that Unicode has and lacks are written */
};

/* A text without an environment: its lines. */
extern const struct tex_environment tex_lines;

struct tex_frame *tex_top(struct tex_parse *p);
void tex_refuse(struct tex_parse *p); /* the formula is none */
void tex_push(struct tex_parse *p, enum tex_frame_kind kind, bool tight);
void tex_push_command(struct tex_parse *p, const struct tex_command *c);
bool tex_in_command(struct tex_parse *p);
/* All is read: scripts of a kind would be shown in two ways unless it is read once more. */
bool tex_uneven(const struct tex_parse *p);

/* An atom is there: it joins the list, or the command that waits for it, which may then be done. */
void tex_deliver(struct tex_parse *p, struct tex_atom t);
void tex_deliver_text(struct tex_parse *p, struct str text, enum tex_class class);
void tex_deliver_space(struct tex_parse *p, int cols);
struct tex_atom tex_literal(struct tex_parse *p, struct str text, enum tex_class class);

void tex_need_grid(struct tex_parse *p, const struct tex_environment *env);
void tex_next_cell(struct tex_parse *p, bool row); /* "&" and "\\" */
/* The last cell of the grid on top; a row that is empty is none. */
void tex_end_grid(struct tex_parse *p);

void tex_open_group(struct tex_parse *p);
void tex_close_group(struct tex_parse *p, enum tex_frame_kind kind);

#endif
