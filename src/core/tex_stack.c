/* tex_stack.c - what is open while a formula is read; atoms become forms when it closes. */
#include "tex_stack.h"

static const struct tex_environment group = { .name = "", .align = TEX_CENTRE };
const struct tex_environment tex_lines = { .name = "", .align = TEX_LINES };

struct tex_frame *tex_top(struct tex_parse *p)
{
	return &p->frame[p->depth - 1];
}

void tex_refuse(struct tex_parse *p)
{
	p->refused = true;
}

void tex_push(struct tex_parse *p, enum tex_frame_kind kind, bool tight)
{
	if (p->depth == TEX_DEPTH) {
		tex_refuse(p);
		return;
	}
	struct tex_frame f = { .kind = (uint8_t)kind, .first = p->natom, .tight = tight };
	if (p->depth > 0) {
		f.font = tex_top(p)->font;
		f.tight = f.tight || tex_top(p)->tight;
	}
	p->frame[p->depth++] = f;
}

void tex_push_command(struct tex_parse *p, const struct tex_command *c)
{
	tex_push(p, TEX_IN_COMMAND,
		c->op == TEX_DO_SUB || c->op == TEX_DO_SUP || c->op == TEX_DO_TFRACTION);
	if (p->refused)
		return;
	tex_top(p)->command = c;
	tex_top(p)->nargs = c->nargs;
	if (c->op == TEX_DO_FONT)
		tex_top(p)->font = c->which;
}

static void add_atom(struct tex_parse *p, struct tex_atom t)
{
	p->atom = arena_room(p->a, p->atom, p->natom, &p->cap, sizeof *p->atom);
	p->atom[p->natom++] = t;
}

/* One letter; not the T of "transposed", which is a sign. */
static bool is_capital(struct str s)
{
	return s.n == 1 && s.p[0] >= 'A' && s.p[0] <= 'Z' && s.p[0] != 'T';
}

static struct tex_kin *kin_of(struct tex_parse *p, struct str bearer, int cols)
{
	for (int i = 0; i < p->nkin; i++)
		if (p->kin[i].cols == cols && str_eq(p->kin[i].bearer, bearer))
			return &p->kin[i];
	if (p->know_kin || p->nkin == TEX_KINS)
		return NULL;
	p->kin[p->nkin] = (struct tex_kin){ .bearer = bearer, .cols = cols };
	return &p->kin[p->nkin++];
}

/* Those of "y_w" and "y_l" are to stand on the same row, though Unicode has one of them only. */
static void settle_kin(struct tex_parse *p, const struct tex_atom *bearer, struct tex_form *script)
{
	if (bearer->class != TEX_ORD || bearer->core.box.nrow > 0 || bearer->core.cols != 1 ||
		script->box.nrow > 0)
		return;
	struct tex_kin *kin = kin_of(p, bearer->core.line, script->cols);
	if (!kin)
		return;
	if (p->know_kin)
		script->written = kin->has && kin->lacks;
	else if (tex_has_script(script->line, false))
		kin->has = true;
	else
		kin->lacks = true;
}

bool tex_uneven(const struct tex_parse *p)
{
	for (int i = 0; i < p->nkin; i++)
		if (p->kin[i].has && p->kin[i].lacks)
			return true;
	return p->lacks_capital;
}

/* A script goes to the atom before it, or to one of no width where there is none or it has one already. */
static void attach(struct tex_parse *p, bool up, const struct tex_form *script)
{
	struct tex_form *kept = arena_alloc(p->a, 1, sizeof *kept);
	*kept = *script;
	if (up && is_capital(script->line)) {
		kept->written = p->write_capitals;
		p->lacks_capital = p->lacks_capital || !tex_has_script(script->line, true);
	}
	bool there = p->natom > tex_top(p)->first;
	struct tex_atom *t = there ? &p->atom[p->natom - 1] : NULL;
	if (!t || t->class == TEX_SPACE || (up ? t->sup : t->sub)) {
		add_atom(p, (struct tex_atom){ .tight = tex_top(p)->tight });
		t = &p->atom[p->natom - 1];
	}
	if (!up)
		settle_kin(p, t, kept);
	*(up ? &t->sup : &t->sub) = kept;
}

/* An atom is there: it joins the list, or the command that waits for it, which may then be done. */
void tex_deliver(struct tex_parse *p, struct tex_atom t)
{
	t.tight = tex_top(p)->tight;
	add_atom(p, t);
	while (!p->refused && tex_top(p)->kind == TEX_IN_COMMAND &&
		p->natom - tex_top(p)->first == tex_top(p)->nargs) {
		struct tex_frame f = *tex_top(p);
		struct tex_atom *arg = &p->atom[f.first];
		p->natom = f.first;
		p->depth--;
		if (f.command->op == TEX_DO_SUB || f.command->op == TEX_DO_SUP) {
			struct tex_form script = tex_scripted(p->a, arg);
			attach(p, f.command->op == TEX_DO_SUP, &script);
			return;
		}
		if (f.command->op == TEX_DO_DROP)
			return;
		struct tex_atom made = tex_make(p->a, f.command, arg, f.nargs, f.tight);
		made.tight = tex_top(p)->tight;
		add_atom(p, made);
	}
}

bool tex_in_command(struct tex_parse *p)
{
	return tex_top(p)->kind == TEX_IN_COMMAND;
}

struct tex_atom tex_literal(struct tex_parse *p, struct str text, enum tex_class class)
{
	return (struct tex_atom){ .core = tex_form_of(p->a, text), .class = (uint8_t) class };
}

void tex_deliver_text(struct tex_parse *p, struct str text, enum tex_class class)
{
	tex_deliver(p, tex_literal(p, text, class));
}

void tex_deliver_space(struct tex_parse *p, int cols)
{
	if (!tex_in_command(p) && cols > 0)
		add_atom(p, tex_literal(p, str_slice(STR("    "), 0, (size_t)cols), TEX_SPACE));
}

/* ---- cells */

void tex_need_grid(struct tex_parse *p, const struct tex_environment *env)
{
	struct tex_frame *f = tex_top(p);
	if (f->grid)
		return;
	f->grid = arena_alloc(p->a, 1, sizeof *f->grid);
	f->grid->env = env;
}

static struct tex_cell take_list(struct tex_parse *p, bool goes_on)
{
	struct tex_frame *f = tex_top(p);
	if (f->left > 0)
		tex_refuse(p);
	struct tex_cell c =
		tex_list(p->a, p->atom + f->first, p->natom - f->first, f->tight, goes_on);
	p->natom = f->first;
	return c;
}

static void start_row(struct tex_parse *p, struct tex_grid *g)
{
	g->row = arena_room(p->a, g->row, g->nrow, &g->row_cap, sizeof *g->row);
	g->row[g->nrow++] = g->ncell;
}

static void end_cell(struct tex_parse *p)
{
	struct tex_grid *g = tex_top(p)->grid;
	if (g->nrow == 0)
		start_row(p, g);
	size_t column = g->ncell - g->row[g->nrow - 1];
	struct tex_cell c = take_list(p, g->env->align == TEX_LINES && column % 2 == 1);
	g->cell = arena_room(p->a, g->cell, g->ncell, &g->cell_cap, sizeof *g->cell);
	g->cell[g->ncell++] = c;
}

/* "&" and "\\". */
void tex_next_cell(struct tex_parse *p, bool row)
{
	if (tex_in_command(p) || tex_top(p)->kind == TEX_IN_INDEX ||
		(tex_top(p)->kind == TEX_IN_GROUP && !row)) {
		tex_refuse(p);
		return;
	}
	tex_need_grid(p, tex_top(p)->kind == TEX_IN_GROUP ? &group : &tex_lines);
	end_cell(p);
	if (row)
		start_row(p, tex_top(p)->grid);
}

/* The last cell; a row that is empty is none. */
void tex_end_grid(struct tex_parse *p)
{
	struct tex_grid *g = tex_top(p)->grid;
	bool empty = p->natom == tex_top(p)->first;
	if (empty && g->nrow > 1 && g->row[g->nrow - 1] == g->ncell)
		g->nrow--;
	else
		end_cell(p);
}

/* ---- groups */

void tex_open_group(struct tex_parse *p)
{
	p->at++;
	tex_push(p, TEX_IN_GROUP, false);
}

/* A group counts as one letter, whatever is in it, but for names and big operators. */
static struct tex_atom group_atom(struct tex_parse *p)
{
	struct tex_frame *f = tex_top(p);
	if (f->grid) {
		tex_end_grid(p);
		return tex_grid_atom(p->a, f->grid, f->tight);
	}
	if (p->natom - f->first == 1 && f->left == 0) {
		struct tex_atom t = p->atom[f->first];
		p->natom = f->first;
		t.inside = t.class;
		if (t.class != TEX_OP && t.class != TEX_INNER)
			t.class = TEX_ORD;
		return t;
	}
	struct tex_cell c = take_list(p, false);
	return (struct tex_atom){ .core = c.form };
}

void tex_close_group(struct tex_parse *p, enum tex_frame_kind kind)
{
	if (tex_top(p)->kind != kind) {
		tex_refuse(p);
		return;
	}
	p->at++;
	struct tex_atom t = group_atom(p);
	p->depth--;
	tex_deliver(p, t);
}
