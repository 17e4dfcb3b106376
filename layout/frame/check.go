package frame

import (
	"fmt"
	"strings"
)

// Check returns the rules of a finished book that b breaks, none for a sound
// one. Table and list rules are those of PDF/UA-1 (ISO 14289-1, 7.5 and 7.6).
func (b *Book) Check() []string {
	var bad []string
	say := func(format string, args ...any) { bad = append(bad, fmt.Sprintf(format, args...)) }
	for i := 1; i < len(b.Elems); i++ {
		b.checkElem(ElemID(i), say)
	}
	names := map[string]bool{}
	for _, d := range b.Dests {
		if names[d.Name] {
			say("destination %q stands twice", d.Name)
		}
		names[d.Name] = true
		if d.Page < 0 || d.Page >= len(b.Pages) {
			say("destination %q is on page %d of %d", d.Name, d.Page, len(b.Pages))
		}
	}
	for n, p := range b.Pages {
		for _, it := range p.Items {
			if int(it.Elem()) >= len(b.Elems) || it.Elem() < 0 {
				say("page %d: an item has element %d of %d", n, it.Elem(), len(b.Elems))
			}
			if a, ok := it.(*Area); ok && a.URL == "" && !names[a.Dest] {
				say("page %d: a link leads to %q, which is nowhere", n, a.Dest)
			}
			if r, ok := it.(*Run); ok && r.Text != "" && len(r.Glyphs) == 0 {
				say("page %d: the run %q has no glyphs", n, r.Text)
			}
		}
	}
	return bad
}

// kidRoles lists for a role the roles that its children may have; roles that
// are not listed may hold anything but these restricted ones.
var kidRoles = map[Role]string{
	TableRole: "THead TBody TR Caption",
	THead:     "TR",
	TBody:     "TR",
	TR:        "TH TD",
	L:         "LI Caption L",
	LI:        "Lbl LBody",
	TOC:       "TOCI TOC Caption",
}

// onlyIn lists for a role the parents that it must have.
var onlyIn = map[Role]string{
	THead: "Table", TBody: "Table", TR: "Table THead TBody", TH: "TR", TD: "TR",
	LI: "L", LBody: "LI", TOCI: "TOC",
}

func (b *Book) checkElem(id ElemID, say func(string, ...any)) {
	e := &b.Elems[id]
	if id > 1 && (e.Parent <= 0 || int(e.Parent) >= len(b.Elems)) {
		say("element %d (%s) has no parent", id, e.Role)
		return
	}
	if (e.Role == Figure) && strings.TrimSpace(e.Alt) == "" && e.Actual == "" {
		say("element %d: a figure without a text that stands for it", id)
	}
	if e.Role == NoteRole && e.ID == "" {
		say("element %d: a note without an id", id)
	}
	if want, ok := onlyIn[e.Role]; ok && id > 1 && !has(want, b.Elems[e.Parent].Role) {
		say("element %d: %s inside %s", id, e.Role, b.Elems[e.Parent].Role)
	}
	want, restricted := kidRoles[e.Role]
	for _, k := range e.Kids {
		if int(k) <= 0 || int(k) >= len(b.Elems) || b.Elems[k].Parent != id {
			say("element %d (%s) lists %d, which is not its child", id, e.Role, k)
			continue
		}
		if restricted && !has(want, b.Elems[k].Role) {
			say("element %d: %s holds %s", id, e.Role, b.Elems[k].Role)
		}
	}
}

func has(list string, r Role) bool {
	for _, w := range strings.Fields(list) {
		if w == string(r) {
			return true
		}
	}
	return false
}
