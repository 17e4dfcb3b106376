package table

import (
	"strings"

	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/para"
)

// turned sets a text that does not fit its column on several lines. An entry
// with a parenthesis turns over before it, "Venezuela / (Bolivarian Republic
// of)", where the parenthesis fits on a line of its own.
func (l *layout) turned(r *row, c *cell, col *column, elem frame.ElemID) []para.Line {
	sp := l.textSpec(r, c, col, max(col.w, 1), elem)
	if sp.Hang > 0 && c.plain && c.natural > col.w {
		if tied, inside := tieParenthesis(c.in); inside != "" && l.Width(inside, c.typ) <= col.w-sp.Hang {
			return l.Lines(tied, sp)
		}
	}
	return l.Lines(c.in, sp)
}

// tieParenthesis puts no-break spaces into the parenthesis that ends a text, so
// that it stays on one line, and returns its words.
func tieParenthesis(in []doc.Inline) ([]doc.Inline, string) {
	if len(in) == 0 {
		return nil, ""
	}
	t, ok := in[len(in)-1].(*doc.Text)
	if !ok || !strings.HasSuffix(t.S, ")") {
		return nil, ""
	}
	i := strings.LastIndex(t.S, " (")
	if i <= 0 {
		return nil, ""
	}
	inside := strings.ReplaceAll(t.S[i+1:], " ", "\u00a0")
	out := append([]doc.Inline(nil), in...)
	out[len(out)-1] = &doc.Text{S: t.S[:i+1] + inside, At: t.At}
	return out, inside
}
