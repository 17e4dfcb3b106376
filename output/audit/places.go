package audit

import (
	"strconv"
	"strings"

	"assemble/layout/doc"
	"assemble/layout/frame"
)

// places tells where elements stand.
type places struct {
	book   *frame.Book
	names  map[frame.ElemID]string // ids of blocks
	paras  map[frame.ElemID]string // numbers of paragraphs
	parts  map[frame.ElemID]string // ids of parts, by their element
	texts  map[frame.ElemID]string // of heads of tables
	byID   map[string]frame.ElemID // elements with an id
	before map[frame.ElemID]string // number of the last paragraph, by part
}

// paraName begins the names of numbered paragraphs.
const paraName = "para-"

func newPlaces(b *frame.Book, d *doc.Document) *places {
	p := &places{
		book: b, names: map[frame.ElemID]string{}, paras: map[frame.ElemID]string{}, parts: map[frame.ElemID]string{},
		texts: map[frame.ElemID]string{}, byID: map[string]frame.ElemID{}, before: map[frame.ElemID]string{},
	}
	ids := map[string]bool{}
	for _, x := range d.Parts {
		ids[string(x.ID)] = true
	}
	for _, x := range b.Dests {
		p.dest(x, ids)
	}
	for i := range b.Elems {
		if id := b.Elems[i].ID; id != "" {
			p.byID[id] = frame.ElemID(i)
		}
	}
	p.readHeads()
	return p
}

// dest gives the name of a destination to its element; a caption gives its own
// to what it is the caption of.
func (p *places) dest(x frame.Dest, parts map[string]bool) {
	if number, ok := strings.CutPrefix(x.Name, paraName); ok {
		if _, err := strconv.Atoi(number); err == nil {
			p.paras[x.Elem] = number
			return
		}
	}
	if parts[x.Name] {
		p.parts[p.around(x.Elem, frame.PartRole)] = x.Name
		return
	}
	e := x.Elem
	if p.role(e) == frame.Caption {
		e = p.parent(e)
	}
	if p.names[e] == "" {
		p.names[e] = x.Name
	}
}

// readHeads collects what stands in the heads of tables. Heads that a page
// repeats are artifacts and come by no second time.
func (p *places) readHeads() {
	for n := range p.book.Pages {
		for _, it := range p.book.Pages[n].Items {
			r, ok := it.(*frame.Run)
			if !ok {
				continue
			}
			if th := p.around(r.Tag, frame.TH); th != 0 {
				p.texts[th] += strings.ReplaceAll(r.Text, softHyphen, "")
			}
		}
	}
}

func (p *places) role(e frame.ElemID) frame.Role {
	if e <= 0 || int(e) >= len(p.book.Elems) {
		return ""
	}
	return p.book.Elems[e].Role
}

func (p *places) parent(e frame.ElemID) frame.ElemID {
	if e <= 0 || int(e) >= len(p.book.Elems) {
		return 0
	}
	return p.book.Elems[e].Parent
}

// deepest bounds the way up a tree that may run in a circle.
const deepest = 100

// around is the nearest element of a role, e included; 0 if there is none.
func (p *places) around(e frame.ElemID, role frame.Role) frame.ElemID {
	for range deepest {
		if r := p.role(e); r == role || r == "" {
			break
		}
		e = p.parent(e)
	}
	if p.role(e) != role {
		return 0
	}
	return e
}

// inline are the roles inside a block (ISO 32000-1, 14.8.4.4).
func inline(r frame.Role) bool {
	switch r {
	case frame.Span, frame.LinkRole, frame.Reference, frame.Lbl:
		return true
	}
	return false
}

// place is where a figure stands.
type place struct {
	part, paragraph, element, block string
	elem                            frame.ElemID // the block that it is in
}

// of tells where an element stands. It must be asked in reading order: what
// stands in a list takes the number of the paragraph before it.
func (p *places) of(e frame.ElemID) place {
	part := p.around(e, frame.PartRole)
	out := place{part: p.parts[part]}
	list := false
	for range deepest {
		role := p.role(e)
		if role == "" {
			break
		}
		if out.element == "" && !inline(role) {
			out.element = string(role)
			out.elem = e
		}
		if out.paragraph == "" {
			out.paragraph = p.paras[e]
		}
		if out.block == "" {
			out.block = p.names[e]
		}
		list = list || role == frame.LBody
		e = p.parent(e)
	}
	switch {
	case out.paragraph != "":
		p.before[part] = out.paragraph
	case list:
		out.paragraph = p.before[part]
	}
	return out
}

// cell names a cell of a table by its heads: row, then column.
func (p *places) cell(e frame.ElemID) string {
	if p.role(e) != frame.TD {
		return ""
	}
	var heads []frame.ElemID
	for _, id := range p.book.Elems[e].Headers {
		heads = append(heads, p.byID[id])
	}
	if len(heads) == 0 {
		heads = p.plainHeads(e)
	}
	var out []string
	for _, h := range heads {
		if text := plain(p.texts[h]); text != "" {
			out = append(out, text)
		}
	}
	return strings.Join(out, " / ")
}

// plainHeads finds the heads of a cell in a table of one row of heads, whose
// cells do not name theirs: what stands at the head of its row, and of its
// column.
func (p *places) plainHeads(e frame.ElemID) (out []frame.ElemID) {
	row := p.parent(e)
	if p.role(row) != frame.TR {
		return nil
	}
	column := 0
	for _, k := range p.book.Elems[row].Kids {
		if k == e {
			break
		}
		if el := &p.book.Elems[k]; el.Role == frame.TH && el.Scope == "Row" {
			out = append(out, k)
		}
		column += max(1, p.book.Elems[k].ColSpan)
	}
	table := p.around(row, frame.TableRole)
	if table == 0 {
		return out
	}
	for _, k := range p.book.Elems[table].Kids {
		rows := p.book.Elems[k].Kids
		if p.role(k) != frame.THead || len(rows) == 0 {
			continue
		}
		if heads := p.book.Elems[rows[len(rows)-1]].Kids; column < len(heads) {
			out = append(out, heads[column])
		}
	}
	return out
}
