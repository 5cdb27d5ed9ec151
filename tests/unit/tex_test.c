/* tex_test.c - formulas as lines and rows: what they look like. */
#include "../test.h"

#include <string.h>

#include "hone/tex.h"
#include "hone/text.h"

/* Of each formula its line. */
static const char *const on_a_line[][2] = {
	{ "x", "x" },
	{ "\\alpha\\beta\\gamma\\delta\\epsilon\\varepsilon\\zeta\\eta\\theta\\vartheta\\iota\\kapp"
	  "a\\lambda\\mu",
		"αβγδϵεζηθϑικλμ" },
	{ "\\nu\\xi\\pi\\varpi\\rho\\varrho\\sigma\\varsigma\\tau\\upsilon\\phi\\varphi\\chi\\psi\\"
	  "omega",
		"νξπϖρϱσςτυϕφχψω" },
	{ "\\Gamma\\Delta\\Theta\\Lambda\\Xi\\Pi\\Sigma\\Upsilon\\Phi\\Psi\\Omega", "ΓΔΘΛΞΠΣΥΦΨΩ" },
	{ "a + b - c", "a + b − c" },
	{ "-x + -y", "−x + −y" },
	{ "a\\cdot b \\times c \\div d \\pm e \\mp f", "a ⋅ b × c ÷ d ± e ∓ f" },
	{ "A \\odot B \\oplus C \\otimes D", "A ⊙ B ⊕ C ⊗ D" },
	{ "a \\le b \\leq c \\ge d \\ne e \\approx f \\equiv g \\sim h \\propto i \\ll j \\gg k",
		"a ≤ b ≤ c ≥ d ≠ e ≈ f ≡ g ∼ h ∝ i ≪ j ≫ k" },
	{ "x \\in A, y \\notin B, A \\subset B, C \\subseteq D", "x ∈ A, y ∉ B, A ⊂ B, C ⊆ D" },
	{ "A \\cup B \\cap C \\setminus D, \\emptyset", "A ∪ B ∩ C ∖ D, ∅" },
	{ "\\forall x \\exists y: x < y", "∀x∃y: x < y" },
	{ "p \\land q \\lor \\neg r \\implies s \\iff t", "p ∧ q ∨ ¬r ⟹ s ⟺ t" },
	{ "f: X \\to Y, x \\mapsto x^2", "f: X → Y, x ↦ x²" },
	{ "a \\rightarrow b \\leftarrow c \\Rightarrow d \\Leftrightarrow e \\leftrightarrow f",
		"a → b ← c ⇒ d ⇔ e ↔ f" },
	{ "\\uparrow \\downarrow \\nearrow", "↑↓↗" },
	{ "\\nabla f, \\partial x, \\infty, \\hbar, \\ell, \\Re, \\Im, \\aleph",
		"∇f, ∂x, ∞, ℏ, ℓ, ℜ, ℑ, ℵ" },
	{ "1\xEF\xBB\xBF\n+ x", "1 + x" }, /* what is not seen takes no newline along */
	{ "x_i", "xᵢ" },
	{ "x^2", "x²" },
	{ "x_i^2", "xᵢ²" },
	{ "x^{n+1}", "xⁿ⁺¹" },
	{ "x_{i+1}", "xᵢ₊₁" },
	{ "a_{n-1}^{(k)}", "aₙ₋₁⁽ᵏ⁾" },
	{ "x_{i,j}", "xᵢ,ⱼ" },
	{ "x_{i, j}^{(l)} + d_{1,2}, x_{,i}", "xᵢ,ⱼ⁽ˡ⁾ + d₁,₂, x_(,i)" },
	{ "W^{[1]} a^{[l-1]}", "W^[1]a^[l−1]" },
	{ "y_w > y_l, x_i", "y_w > y_l, xᵢ" },
	{ "d_{model}/d_k, x_1 x_d", "d_model/dₖ, x₁x_d" },
	{ "x^{a,b}", "x^(a,b)" },
	{ "d_{model}", "d_model" },
	{ "d_{\\text{model}}", "d_model" },
	{ "W^Q W_w", "W^Q W_w" },
	{ "W_i^Q", "Wᵢ^Q" },
	{ "x_{t-1}y", "xₜ₋₁y" },
	{ "e^{-x^2/2}", "e^(−x²/2)" },
	{ "e^{i\\pi} + 1 = 0", "e^(iπ) + 1 = 0" },
	{ "x_1_2", "x₁₂" },
	{ "x^a^b", "xᵃᵇ" },
	{ "_n", "ₙ" },
	{ "{}^{14}C", "¹⁴C" },
	{ "X^T Y^\\top", "XᵀYᵀ" },
	{ "90^\\circ", "90°" },
	{ "x^* x^\\dagger", "x*x†" },
	{ "x_\\beta x^\\theta", "xᵦxᶿ" },
	{ "\\sum_{i=1}^n x_i", "∑ᵢ₌₁ⁿ xᵢ" },
	{ "\\sum_{i=1}^{n} \\sum_{j \\in S} a_{ij}", "∑ᵢ₌₁ⁿ ∑_(j∈S) aᵢⱼ" },
	{ "\\prod_{k=0}^\\infty (1 + q^k)", "∏ₖ₌₀^∞ (1 + qᵏ)" },
	{ "\\int_0^1 f(x)\\,dx", "∫₀¹ f(x) dx" },
	{ "\\int_{-\\infty}^{\\infty} e^{-x^2} dx", "∫_(−∞)^∞ e^(−x²)dx" },
	{ "\\oint \\iint", "∮ ∬" },
	{ "\\bigcup_{i} A_i \\bigcap B", "⋃ᵢ Aᵢ ⋂ B" },
	{ "\\hat{x} \\bar{x} \\tilde{x} \\vec{v} \\dot{x} \\ddot{x}", "x̂x̄x̃v⃗ẋẍ" },
	{ "\\hat\\theta \\hat{y}_i \\widehat{y_i}", "θ̂ŷᵢŷᵢ" },
	{ "\\overline{AB} \\underline{ab} \\widehat{abc}", "A̅B̅a̲b̲hat(abc)" },
	{ "\\overline{a + b}", "bar(a + b)" },
	{ "\\widehat{\\frac{a}{b}}", "hat(a/b)" },
	{ "\\check a \\breve a \\acute a \\grave a \\mathring a \\dddot a", "ǎăáàåa⃛" },
	{ "\\frac{a}{b}", "a/b" },
	{ "\\frac{a+b}{c}", "(a + b)/c" },
	{ "\\frac{ab}{cd}", "ab/(cd)" },
	{ "\\frac{a}{bc}", "a/(bc)" },
	{ "\\frac{1}{2}x", "(1/2) x" },
	{ "2\\frac{a}{b}", "2 (a/b)" },
	{ "-\\frac{1}{2} + \\frac{1}{3}", "−1/2 + 1/3" },
	{ "-\\sum_i x", "−∑ᵢ x" },
	{ "\\frac{\\frac{a}{b}}{c}", "(a/b)/c" },
	{ "\\frac{a}{\\frac{b}{c}}", "a/(b/c)" },
	{ "\\frac{f(x)}{g(x)}", "f(x)/g(x)" },
	{ "\\frac{1}{p(1-p)}", "1/(p(1 − p))" },
	{ "\\frac{n(n+1)}{2}", "n(n + 1)/2" },
	{ "\\frac{1}{\\log(1+x)}", "1/log(1 + x)" },
	{ "\\frac{dy}{dx} = \\frac{\\partial L}{\\partial w}", "dy/dx = ∂L/∂w" },
	{ "\\frac{a}{b}^2", "(a/b)²" },
	{ "\\frac12 \\frac ab", "(1/2) (a/b)" },
	{ "\\frac{n!}{k!(n-k)!}", "n!/(k!(n − k)!)" },
	{ "\\frac{x^2}{y_i}", "x²/yᵢ" },
	{ "\\frac{\\sin x}{x}", "(sin x)/x" },
	{ "\\frac{f'}{g'}", "f′/g′" },
	{ "\\dfrac{a}{b} \\tfrac{c}{d}", "(a/b) (c/d)" },
	{ "\\sqrt{x}", "√x" },
	{ "\\sqrt{2}", "√2" },
	{ "\\sqrt{d_k}", "√dₖ" },
	{ "\\sqrt{x+y}", "√(x + y)" },
	{ "\\sqrt{ab}", "√(ab)" },
	{ "\\sqrt[3]{x} \\sqrt[4]{y}", "∛x∜y" },
	{ "\\sqrt[n]{x+1}", "ⁿ√(x + 1)" },
	{ "\\sqrt{\\frac{a}{b}}", "√(a/b)" },
	{ "\\sqrt{}", "√()" },
	{ "\\text{if } x > 0", "if x > 0" },
	{ "x \\text{ is \\_odd\\_ 50\\%}", "x is _odd_ 50%" },
	{ "\\mathrm{KL}(p \\| q)", "KL(p‖q)" },
	{ "\\mathbf{x} \\mathbf{W}_1 \\boldsymbol{\\theta}", "𝐱𝐖₁𝛉" },
	{ "\\mathbb{R}^n \\mathbb{E}[X] \\mathbb{NZQCP1}", "ℝⁿ𝔼[X]ℕℤℚℂℙ𝟙" },
	{ "\\mathcal{L} \\mathcal{N}(\\mu, \\sigma^2) \\mathcal{ABEFHIMR}", "ℒ𝒩(μ, σ²)𝒜ℬℰℱℋℐℳℛ" },
	{ "\\mathfrak{g} \\mathfrak{CHIRZ}", "𝔤ℭℌℍℜℨ" },
	{ "\\operatorname{Var}(X) \\operatorname{softmax} x", "Var(X) softmax x" },
	{ "\\operatorname*{argmax}_\\theta f", "argmax_θ f" },
	{ "\\mathsf{A}\\mathtt{b}\\mathit{c}", "Abc" },
	{ "{\\bf x} y", "𝐱y" },
	{ "a\\,b\\;c\\:d\\ e\\quad f\\qquad g\\!h~i", "a b c d e  f    gh i" },
	{ "\\left( \\frac{a}{b} \\right)", "(a/b)" },
	{ "\\left[ a, b \\right) \\left\\{ x \\right\\} \\left| y \\right| \\left\\| z \\right\\|",
		"[a, b){x}|y|‖z‖" },
	{ "\\left. \\frac{a}{b} \\right|_{x=0}", "a/b|ₓ₌₀" },
	{ "\\big( \\Big[ x \\Big] \\big)", "([x])" },
	{ "\\langle u, v \\rangle \\lfloor x \\rfloor \\lceil y \\rceil", "⟨u, v⟩⌊x⌋⌈y⌉" },
	{ "\\lim_{x \\to 0} f(x)", "lim_(x→0) f(x)" },
	{ "\\max_\\theta \\min_{x} \\sup \\inf", "max_θ minₓ sup inf" },
	{ "\\arg\\max_\\theta p", "arg max_θ p" },
	{ "\\argmin_w L", "arg min_w L" },
	{ "\\log x, \\log(x), \\log_2 n, \\sin^2 x, 2\\ln x, \\exp(-x)",
		"log x, log(x), log₂ n, sin² x, 2 ln x, exp(−x)" },
	{ "x \\log x", "x log x" },
	{ "\\log' x + \\operatorname{f}''(x)", "log′ x + f″(x)" },
	{ "P(A \\mid B) = P(A|B)", "P(A | B) = P(A|B)" },
	{ "\\|x\\|_2 \\lVert x \\rVert \\lvert y \\rvert", "‖x‖₂‖x‖|y|" },
	{ "f'(x) + f''(x) + f'''(x) + x'_i", "f′(x) + f″(x) + f‴(x) + x′ᵢ" },
	{ "\\binom{n}{k} \\dbinom{n}{k}", "(n choose k) (n choose k)" },
	{ "\\overset{!}{=} \\underset{x}{\\max} \\stackrel{d}{\\to}", "=^! maxₓ →ᵈ" },
	{ "X \\overset{iid}{\\sim} N", "X ∼ⁱⁱᵈ N" },
	{ "\\underbrace{a + b}_{\\text{sum}} \\overbrace{x}^{n}", "(a + b)_sum x^n" },
	{ "X \\xrightarrow{d} Y \\xleftarrow{} Z", "X →ᵈ Y ← Z" },
	{ "A \\xrightarrow[n \\to \\infty]{p} B", "A →_(n→∞)ᵖ B" },
	{ "E = mc^2 \\tag{1}", "E = mc²    (1)" },
	{ "a \\bmod n, a \\equiv b \\pmod{n}", "a mod n, a ≡ b  (mod n)" },
	{ "\\boxed{x = 1}", "[x = 1]" },
	{ "\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}", "(a b; c d)" },
	{ "\\begin{bmatrix} 1 & 0 \\\\ 0 & 1 \\end{bmatrix}", "[1 0; 0 1]" },
	{ "\\begin{vmatrix} a+b & c \\\\ d & e \\end{vmatrix}", "|a + b, c; d, e|" },
	{ "\\begin{Vmatrix} a \\end{Vmatrix} \\begin{Bmatrix} b \\end{Bmatrix}", "‖a‖{b}" },
	{ "\\begin{matrix} a & b \\end{matrix}", "a b" },
	{ "\\begin{array}{l|r} a & b \\\\ \\hline c & d \\end{array}", "a b; c d" },
	{ "f(x) = \\begin{cases} 1 & x > 0 \\\\ 0, & \\text{else} \\end{cases}",
		"f(x) = {1, x > 0; 0, else" },
	{ "\\begin{align} a &= b \\\\ &= c \\end{align}", "a = b; = c" },
	{ "\\begin{aligned} a &= b, & c &= d \\end{aligned}", "a = b, c = d" },
	{ "\\begin{equation} x = 1 \\label{eq} \\end{equation}", "x = 1" },
	{ "a = b \\\\ c = d", "a = b; c = d" },
	{ "\\sum_{\\substack{i < n \\\\ i \\ne j}} x", "∑_(i<n; i≠j) x" },
	{ "\\not= \\not\\in \\not\\equiv \\not x", "≠∉≢ x̸" },
	{ "\\ldots \\cdots \\vdots \\ddots ... a, \\dots, z", "…⋯⋮⋱...a, …, z" },
	{ "1{,}000 + 1,000 + 3.14 + .5", "1,000 + 1,000 + 3.14 + .5" },
	{ "x := 1, f(x; y)", "x := 1, f(x; y)" },
	{ "a/b, n!, 50\\%, \\#1, \\$5, \\_", "a/b, n!, 50%, #1, $5, _" },
	{ "\\{a, b\\} \\{ x \\mid x > 0 \\}", "{a, b}{x | x > 0}" },
	{ "log p(x) + mean squared error", "log p(x) + mean squared error" },
	{ "\\color{red}{x} \\textcolor{blue}{y}", "xy" },
	{ "\\phantom{x} y", "y" },
	{ "\\foo + \\bar x", "\\foo + x̄" },
	{ "\\foo{a_1}[b] x^\\foo", "\\foo{a_1}[b]x^(\\foo)" },
	{ "\\E[X] \\foo_1", "\\E[X]\\foo₁" },
	{ "≤ x ≥ α ∑_{i} Ж 中", "≤ x ≥ α ∑ᵢ Ж中" },
	{ "x_{\\text{max}} x_{\\mathrm{in}}", "xₘₐₓxᵢₙ" },
	{ "x_{y_z} x^{y^z}", "x_(y_z)x^(yᶻ)" },
	{ "\\displaystyle \\sum\\limits_{i} \\sum\\nolimits_i x", "∑ᵢ ∑ᵢ x" },
	{ "\\mathbin{x} a\\mathrel{R}b", "xa R b" },
	{ "p(\\mathbf{x} \\,|\\, \\boldsymbol\\theta)", "p(𝐱 | 𝛉)" },
	{ "\\cancel{x} \\hline y", "x̸y" },
	{ "r h/\\ln 2", "rh/ln 2" },
	{ "a/\\frac{b}{c}, \\frac{a}{b}/c", "a/(b/c), (a/b)/c" },
	{ "\\overline{d\\hat{x}}", "bar(dx̂)" },
	{ "\\widehat{\\operatorname{Var}}(X) \\widehat{\\mathrm{bias}}", "Vâr(X)bîas" },
	{ "\\widetilde{\\text{MSE}} \\hat{\\operatorname{se}}(x)", "MS̃E ŝe(x)" },
	{ "e^{\\text{mean of } \\ln(1+y)}", "e^(mean of ln(1+y))" },
	{ "\\text{if } x, \\ln \\text{ of } x", "if x, ln of x" },
	{ "W^Q, W^K, W^V X^T", "W^Q, W^K, W^V Xᵀ" },
	{ "W^K W^V", "WᴷWⱽ" },
};

static const struct {
	int cols;
	const char *source, *rows;
} in_rows[] = {
	{ 60, "E = mc^2", "E = mc²\n" },
	{ 60, "\\frac{a}{b}",
		"a\n"
		"─\n"
		"b\n" },
	{ 60, "x = \\frac{-b \\pm \\sqrt{b^2 - 4ac}}{2a}",
		"    −b ± √(b² − 4ac)\n"
		"x = ────────────────\n"
		"           2a\n" },
	{ 60, "-\\frac{a}{b} - \\frac{c}{d}",
		"  a   c\n"
		"− ─ − ─\n"
		"  b   d\n" },
	{ 60, "\\frac{1}{1 + \\frac{1}{x}}",
		"   1\n"
		"───────\n"
		"     1\n"
		" 1 + ─\n"
		"     x\n" },
	{ 60, "\\sum_{i=1}^n x_i",
		" n\n"
		" ∑  xᵢ\n"
		"i=1\n" },
	{ 60, "\\prod_{i} \\frac{a_i}{b}",
		"  aᵢ\n"
		"∏ ──\n"
		"i b\n" },
	{ 60, "\\int_0^1 f(x)\\,dx",
		"⌠¹\n"
		"⎮  f(x) dx\n"
		"⌡₀\n" },
	{ 60, "\\lim_{n \\to \\infty} \\frac{1}{n} = 0",
		"    1\n"
		"lim ─ = 0\n"
		"n→∞ n\n" },
	{ 60, "\\left( \\frac{a}{b} \\right)^2",
		"⎛a⎞²\n"
		"⎜─⎟\n"
		"⎝b⎠\n" },
	{ 60, "\\left[ \\frac{a}{b} \\right]_0^1 \\left\\{ \\frac{c}{d} \\right\\}",
		"⎡a⎤¹⎧c⎫\n"
		"⎢─⎥ ⎨─⎬\n"
		"⎣b⎦₀⎩d⎭\n" },
	{ 60, "(\\frac{a}{b}) + f(\\frac{c}{d})",
		"⎛a⎞    ⎛c⎞\n"
		"⎜─⎟ + f⎜─⎟\n"
		"⎝b⎠    ⎝d⎠\n" },
	{ 60, "\\left. \\frac{a}{b} \\right|_{x=0}",
		"a│\n"
		"─│\n"
		"b│ₓ₌₀\n" },
	{ 60, "\\left\\| \\frac{a}{b} \\right\\| \\left\\lfloor \\frac{c}{d} \\right\\rceil",
		"║a║⎢c⎤\n"
		"║─║⎢─⎥\n"
		"║b║⎣d⎥\n" },
	{ 60, "\\left\\langle \\frac{a}{b} \\right\\rangle",
		" ╱a╲\n"
		"⟨ ─ ⟩\n"
		" ╲b╱\n" },
	{ 60, "\\left\\{ x \\,\\middle|\\, \\frac{a}{b} \\right\\}",
		"⎧  │ a⎫\n"
		"⎨x │ ─⎬\n"
		"⎩  │ b⎭\n" },
	{ 60, "\\sqrt{\\frac{a}{b}} + \\sqrt[3]{\\frac{c}{d}}",
		" ┌──    ┌──\n"
		" │a     │c\n"
		" │─  + 3│─\n"
		"╲│b    ╲│d\n" },
	{ 60, "\\sqrt{a + b}", "√(a + b)\n" },
	{ 60, "x_{i,j} + y^{a,b} + z_{i,j}^{a,b}",
		"        a,b    a,b\n"
		"xᵢ,ⱼ + y    + zᵢ,ⱼ\n" },
	{ 60, "e^{-\\frac{(x-\\mu)^2}{2\\sigma^2}}",
		" −(x−μ)²/(2σ²)\n"
		"e\n" },
	{ 60, "\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}",
		"⎛a  b⎞\n"
		"⎜    ⎟\n"
		"⎝c  d⎠\n" },
	{ 60, "\\begin{bmatrix} 1 & 0 & 0 \\\\ 0 & 10 & 0 \\\\ 0 & 0 & 1 \\end{bmatrix}^T",
		"⎡1  0   0⎤ᵀ\n"
		"⎢0  10  0⎥\n"
		"⎣0  0   1⎦\n" },
	{ 60, "\\begin{vmatrix} a & b \\\\ c & d \\end{vmatrix} = ad - bc",
		"│a  b│\n"
		"│    │ = ad − bc\n"
		"│c  d│\n" },
	{ 60, "\\begin{matrix} a & b \\\\ c & d \\end{matrix}",
		"a  b\n"
		"c  d\n" },
	{ 60, "\\begin{array}{lr} a & bbb \\\\ ccc & d \\end{array}",
		"a    bbb\n"
		"ccc    d\n" },
	{ 60, "\\begin{pmatrix} \\frac{a}{b} & 1 \\\\ 0 & 1 \\end{pmatrix}",
		"⎛a   ⎞\n"
		"⎜─  1⎟\n"
		"⎜b   ⎟\n"
		"⎜    ⎟\n"
		"⎝0  1⎠\n" },
	{ 60, "f(x) = \\begin{cases} 1 & x > 0 \\\\ 0 & \\text{else} \\end{cases}",
		"       ⎧ 1   x > 0\n"
		"f(x) = ⎨\n"
		"       ⎩ 0   else\n" },
	{ 60, "\\begin{cases} 1 \\\\ 2 \\\\ 3 \\end{cases}",
		"⎧ 1\n"
		"⎨ 2\n"
		"⎩ 3\n" },
	{ 60, "\\begin{align} a &= b + c \\\\ de &= f \\end{align}",
		" a = b + c\n"
		"de = f\n" },
	{ 60, "\\begin{align} a &= b & c &= d \\\\ e &= f & g &= h \\end{align}",
		"a = b    c = d\n"
		"e = f    g = h\n" },
	{ 60, "\\begin{gather} a = b \\\\ c = \\frac{d}{e} \\end{gather}",
		"a = b\n"
		"\n"
		"    d\n"
		"c = ─\n"
		"    e\n" },
	{ 60, "a = b \\\\ c = d",
		"a = b\n"
		"c = d\n" },
	{ 60, "\\begin{equation} x = 1 \\tag{2} \\end{equation}", "x = 1    (2)\n" },
	{ 60, "\\underbrace{a + b + c}_{\\text{sum}} + \\overbrace{x}^{n}",
		"             n\n"
		"            ╭┴╮\n"
		"a + b + c +  x\n"
		"╰───┬───╯\n"
		"   sum\n" },
	{ 60, "\\underbrace{a + b}_{n} - \\overbrace{c + d}^{m}",
		"          m\n"
		"        ╭─┴─╮\n"
		"a + b − c + d\n"
		"╰─┬─╯\n"
		"  n\n" },
	{ 60, "\\overset{!}{=} \\underset{x}{\\max} f",
		"!\n"
		"= max f\n"
		"   x\n" },
	{ 60, "X \\xrightarrow{d} Y \\xrightarrow[n \\to \\infty]{} Z",
		"   d\n"
		"X ──→ Y ────→ Z\n"
		"         n→∞\n" },
	{ 60, "\\binom{n}{k} p^k",
		"⎛n⎞\n"
		"⎜ ⎟ pᵏ\n"
		"⎝k⎠\n" },
	{ 60, "\\boxed{\\frac{a}{b}}",
		"┌───┐\n"
		"│ a │\n"
		"│ ─ │\n"
		"│ b │\n"
		"└───┘\n" },
	{ 60, "\\overline{\\frac{a}{b}} \\widehat{\\frac{a}{b}}",
		"─^\n"
		"aa\n"
		"──\n"
		"bb\n" },
	{ 60, "\\sum_{\\substack{i < n \\\\ i \\ne j}} x",
		" ∑  x\n"
		"i<n\n"
		"i≠j\n" },
	{ 60, "\\hat{y} = \\foo{x} + \\frac{1}{2}",
		"              1\n"
		"ŷ = \\foo{x} + ─\n"
		"              2\n" },
	{ 12, "a = b + c + d + e + f",
		"a = b + c\n"
		"    + d + e\n"
		"    + f\n" },
	{ 20, "y = \\beta_0 + \\beta_1 x_1 + \\beta_2 x_2 + \\epsilon",
		"y = β₀ + β₁x₁ + β₂x₂\n"
		"    + ϵ\n" },
	{ 20, "L(\\theta) = f(\\theta) = g(\\theta) = 0",
		"L(θ) = f(θ) = g(θ)\n"
		"    = 0\n" },
	{ 20, "y = \\frac{a}{b} + \\frac{c}{d} + \\frac{e}{f} + \\frac{g}{h}",
		"    a   c   e   g\n"
		"y = ─ + ─ + ─ + ─\n"
		"    b   d   f   h\n" },
	{ 10, "\\frac{\\text{a numerator of some length}}{2}",
		"(a\n"
		"numerator\n"
		"of some\n"
		"length)/2\n" },
	{ 10, "f(a, b, c, d, e, f)",
		"f(a, b, c,\n"
		"    d, e,\n"
		"    f)\n" },
	{ 6, "\\begin{align} a &= b + c \\\\ d &= e \\end{align}",
		"a = b\n"
		"    +\n"
		"    c\n"
		"d = e\n" },
	{ 8, "\\begin{pmatrix} 1 & 2 & 3 & 4 \\end{pmatrix}",
		"(1 2 3\n"
		"4)\n" },
	{ 60, "x - c^{(j)}_{\\text{code}_j(x)} + 1",
		"x − c⁽ʲ⁾      + 1\n"
		"     codeⱼ(x)\n" },
	{ 60, "\\chi^2_{c} + x_i^{a,b}",
		"      a,b\n"
		"χ² + xᵢ\n"
		" c\n" },
	{ 60, "\\left\\| x_{\\text{new}} - c^{(j)}_{a,b} \\right\\|^2 (e^{a,b})",
		"                a,b\n"
		"‖x    − c⁽ʲ⁾‖²(e   )\n"
		"  new    a,b\n" },
	{ 60, "\\overline{AB} + \\overline{d\\hat{x}} + \\overline{x} + \\widehat{abc}",
		"──   ──        ^\n"
		"AB + dx̂ + x̅ + abc\n" },
	{ 60, "\\widehat{\\operatorname{Var}}(X)", "Vâr(X)\n" },
	{ 30, "f(x) = a + b + c, \\qquad g(x) = d + e",
		"f(x) = a + b + c,\n"
		"g(x) = d + e\n" },
	{ 30, "f(x) = a + b + c, \\quad g(x) = d + e + f + g + h + i + j + k",
		"f(x) = a + b + c,\n"
		"g(x) = d + e + f + g + h + i\n"
		"    + j + k\n" },
	{ 24, "f(x, y) = a + b, h(x) = d + e",
		"f(x, y) = a + b,\n"
		"    h(x) = d + e\n" },
	{ 60, "W^Q W^K",
		" Q  K\n"
		"W  W\n" },
	{ 2, "abcdef",
		"ab\n"
		"cd\n"
		"ef\n" },
};

/* No formulas: the caller shows them as they were written. */
static const char *const refused[] = {
	"{",
	"}",
	"a}b{c",
	"\\frac{a}",
	"\\frac",
	"x^",
	"x_",
	"x^_2",
	"{x^}",
	"\\sqrt",
	"\\sqrt[3",
	"\\sqrt[3]",
	"\\left( x",
	"x \\right)",
	"\\left( {x \\right)}",
	"\\left",
	"\\left a \\right b",
	"\\middle| x",
	"\\begin{align} x",
	"x \\end{align}",
	"\\begin{align} x \\end{gather}",
	"\\begin{nobody} x \\end{nobody}",
	"\\begin",
	"\\text",
	"\\frac{a & b}{c}",
	"\\frac & b",
	"{a & b}",
	"a $ b",
};

TEST(formulas_have_a_line)
{
	struct arena a = { 0 };
	for (size_t i = 0; i < LENGTH(on_a_line); i++) {
		struct str line;
		if (!tex_line(str_of(on_a_line[i][0]), &a, &line))
			fail_msg("refused: %s", on_a_line[i][0]);
		assert_str(line, on_a_line[i][1]);
	}
	arena_release(&a);
}

TEST(a_line_is_held_together_before_operators_in_brackets_and_when_it_is_short)
{
	static const char *const held[][2] = {
		{ "", "" },
		{ "a = b + c", "a~=~b~+~c" },
		{ "f(x, y) = g(x, y) + h", "f(x,~y)~= g(x,~y)~+ h" },
		{ "L = −y log p − (1 − y) log(1 − p)", "L~= −y~log~p~− (1~−~y)~log(1~−~p)" },
		{ "0.2 ⋅ 90 + 0.8 × 30 ≤ 42", "0.2~⋅~90~+ 0.8~×~30~≤ 42" },
		{ "x > 0 for every layer,  n ∈ S", "x~> 0~for every layer,  n~∈ S" },
		{ "((a + b + c + d + e + f + g + h))", "((a~+ b~+ c~+ d~+ e~+ f~+ g~+ h))" },
		{ "f(x) = {1, x > 0; 0, else", "f(x)~= {1, x~> 0; 0, else" },
	};
	struct arena a = { 0 };
	for (size_t i = 0; i < LENGTH(held); i++)
		assert_str(tex_hold(str_of(held[i][0]), '~', &a), held[i][1]);
	arena_release(&a);
}

/* Each row ended by a newline. */
static struct buf joined(struct tex_box box)
{
	struct buf b = { 0 };
	for (int i = 0; i < box.nrow; i++) {
		buf_add(&b, box.row[i]);
		buf_addc(&b, '\n');
	}
	return b;
}

TEST(formulas_have_rows)
{
	struct arena a = { 0 };
	for (size_t i = 0; i < LENGTH(in_rows); i++) {
		struct tex_box box;
		if (!tex_rows(str_of(in_rows[i].source), in_rows[i].cols, &a, &box))
			fail_msg("refused: %s", in_rows[i].source);
		struct buf b = joined(box);
		assert_str(buf_str(&b), in_rows[i].rows);
		buf_release(&b);
	}
	arena_release(&a);
}

TEST(the_base_is_the_row_of_the_text_beside)
{
	static const struct {
		const char *source;
		int base;
	} want[] = { { "x", 0 }, { "\\frac{a}{b}", 1 }, { "x_{i,j}", 0 }, { "x^{i,j}", 1 },
		{ "\\begin{pmatrix} a \\\\ b \\end{pmatrix}", 1 }, { "\\sum_{i}^{n}", 1 } };
	struct arena a = { 0 };
	for (size_t i = 0; i < LENGTH(want); i++) {
		struct tex_box box;
		assert_true(tex_rows(str_of(want[i].source), 40, &a, &box));
		assert_int_equal(box.base, want[i].base);
	}
	arena_release(&a);
}

TEST(what_is_no_formula_is_refused)
{
	struct arena a = { 0 };
	for (size_t i = 0; i < LENGTH(refused); i++) {
		struct str line = STR("untouched");
		struct tex_box box = { .nrow = 7 };
		if (tex_line(str_of(refused[i]), &a, &line) ||
			tex_rows(str_of(refused[i]), 40, &a, &box))
			fail_msg("accepted: %s", refused[i]);
		assert_str(line, "untouched");
		assert_int_equal(box.nrow, 7);
	}
	arena_release(&a);
}

/* A formula in `n` groups, or in the exponents of one another. */
static struct buf nested(const char *open, const char *close, int n)
{
	struct buf b = { 0 };
	for (int i = 0; i < n; i++)
		buf_add(&b, str_of(open));
	buf_addc(&b, 'x');
	for (int i = 0; i < n; i++)
		buf_add(&b, str_of(close));
	return b;
}

TEST(deep_formulas_are_refused_and_others_are_not)
{
	static const struct {
		const char *open, *close;
		int frames;
	} way[] = { { "{", "}", 1 }, { "a^{", "}", 2 }, { "\\frac{1}{", "}", 2 },
		{ "\\sqrt{", "}", 2 }, { "\\begin{matrix}", "\\end{matrix}", 1 },
		{ "\\sqrt ", "", 1 } };
	struct arena a = { 0 };
	for (size_t i = 0; i < LENGTH(way); i++)
		for (int more = 0; more < 2; more++) {
			int n = (TEX_DEPTH - 1) / way[i].frames + more;
			struct buf b = nested(way[i].open, way[i].close, n);
			struct tex_box box;
			if (tex_rows(buf_str(&b), 80, &a, &box) != !more)
				fail_msg("%s times %d", way[i].open, n);
			buf_release(&b);
		}
	arena_release(&a);
}

TEST(empty_formulas_have_one_empty_row)
{
	static const char *const source[] = { "", " ", "\n", "{}", "\\,", "\\label{x}", "\\\\",
		"&" };
	struct arena a = { 0 };
	for (size_t i = 0; i < LENGTH(source); i++) {
		struct str line = STR("x");
		struct tex_box box = { 0 };
		assert_true(tex_line(str_of(source[i]), &a, &line));
		assert_true(tex_rows(str_of(source[i]), 10, &a, &box));
		assert_int_equal(line.n, 0);
		assert_true(box.nrow >= 1 && box.cols == 0);
	}
	arena_release(&a);
}

TEST(environments_that_stand_alone_are_known)
{
	assert_str(tex_environment(STR("\\begin{align*} x")), "align*");
	assert_str(tex_environment(STR("\\begin{cases}")), "cases");
	assert_int_equal(tex_environment(STR("\\begin{document}")).n, 0);
	assert_int_equal(tex_environment(STR("\\begin{align")).n, 0);
	assert_int_equal(tex_environment(STR("begin{align}")).n, 0);
	assert_int_equal(tex_environment(STR("")).n, 0);
}
