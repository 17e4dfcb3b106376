package reconcile

import (
	"fmt"
	"math/big"
	"strings"

	"assemble/inputs/source"
	"assemble/layout/doc"
)

// The rules, as accept in edition.yaml names them.
const (
	RowRule     source.Code = "annex-row"         // the cells of a row against its total
	SexRule     source.Code = "annex-sex"         // women, men and others of a row against its total
	ColumnRule  source.Code = "annex-sum"         // the rows of a column against the last row
	TablesRule  source.Code = "tables-differ"     // the same figure in two tables
	HistoryRule source.Code = "published-differs" // a published figure against ours
)

// Total is the name of the last row and of the column of totals in keys.
const Total = "total"

// Side is one of two figures that must agree.
type Side struct {
	Name  string   // as a person finds it: "Annex V, Albania, Total"
	Value *big.Rat // nil: not known, agrees with all
	At    source.Span
}

// Agree reports two figures that differ, under a rule and a key.
func Agree(rule source.Code, key string, a, b Side, r *source.Reporter) {
	if a.Value == nil || b.Value == nil || a.Value.Cmp(b.Value) == 0 {
		return
	}
	d := source.Diagnostic{
		Code: rule, Key: key, At: a.At, Message: fmt.Sprintf("%s is %s, but %s is %s", a.Name, text(a.Value), b.Name, text(b.Value)),
		Fix: fmt.Sprintf("correct the data, or add {rule: %s, at: %q, reason: …} to accept in edition.yaml", rule, key),
	}
	if b.At != a.At && b.At.Start.Known() {
		d.Related = []source.Related{{At: b.At, Message: "the other figure"}}
	}
	r.Add(d)
}

// text writes a value for a message.
func text(v *big.Rat) string {
	if v.IsInt() {
		return v.Num().String()
	}
	return v.FloatString(2)
}

// Book holds the printed figures of annexes by their keys.
type Book struct {
	by     map[source.Key]printed
	tables map[string]*table // by the part of their keys before row and column
}

type printed struct {
	value *big.Rat
	name  string
	at    source.Span
}

// table lists rows and columns of a table in the order in which they stand.
type table struct {
	rows, columns []string
	seen          map[string]bool
}

// Read reads the figures of tables in the parts that have a key of table, row
// and column: "annex-iv/ALB/G-3", "annex-iii/senior/F/2017".
func Read(parts []*doc.Part) *Book {
	b := &Book{by: map[source.Key]printed{}, tables: map[string]*table{}}
	for _, p := range parts {
		doc.Blocks(p.Blocks, func(block doc.Block) {
			if t, ok := block.(*doc.Table); ok {
				b.table(p, t)
			}
		})
	}
	return b
}

func (b *Book) table(p *doc.Part, t *doc.Table) {
	where := plain(p.Tag)
	if title := plain(t.Title); title != "" && !t.Matrix {
		where += ", “" + title + "”"
	}
	heads := doc.Leaves(t.Heads)
	for _, row := range t.Rows {
		for j, c := range row.Cells {
			if c.Stat == nil || c.Stat.Number.Value == nil {
				continue
			}
			name := where + ", " + plain(row.Stub)
			if j < len(heads) {
				name += ", " + plain(heads[j].Text)
			}
			b.add(c.Stat.From, printed{c.Stat.Number.Value, name, p.At})
		}
	}
}

func plain(in []doc.Inline) string { return doc.Plain(in, nil) }

func (b *Book) add(key source.Key, f printed) {
	name, row, column, ok := split(key)
	if !ok {
		return
	}
	b.by[key] = f
	t := b.tables[name]
	if t == nil {
		t = &table{seen: map[string]bool{}}
		b.tables[name] = t
	}
	if !t.seen["r"+row] {
		t.seen["r"+row] = true
		t.rows = append(t.rows, row)
	}
	if !t.seen["c"+column] {
		t.seen["c"+column] = true
		t.columns = append(t.columns, column)
	}
}

// split takes a key apart.
func split(key source.Key) (table, row, column string, ok bool) {
	rest, column, ok := cutLast(string(key))
	if !ok {
		return "", "", "", false
	}
	table, row, ok = cutLast(rest)
	return table, row, column, ok
}

func cutLast(s string) (before, after string, ok bool) {
	i := strings.LastIndex(s, "/")
	if i < 0 {
		return "", s, false
	}
	return s[:i], s[i+1:], true
}

// Side is a printed figure; one without value if it is not printed.
func (b *Book) Side(key source.Key) Side {
	f, ok := b.by[key]
	if !ok {
		return Side{Name: string(key)}
	}
	return Side{f.name, f.value, f.at}
}

// Sum adds printed figures up under a name; blank ones are 0. It has no value
// if none of them is printed.
func (b *Book) Sum(name string, keys ...source.Key) Side {
	out := Side{Name: name}
	for _, k := range keys {
		f, ok := b.by[k]
		if !ok {
			continue
		}
		if out.Value == nil {
			out.Value, out.At = new(big.Rat), f.at
		}
		out.Value.Add(out.Value, f.value)
	}
	return out
}

// Rows are the rows of a table that have a figure, without the total.
func (b *Book) Rows(name string) []string {
	return b.list(name, func(t *table) []string { return t.rows })
}

// Columns are the columns of a table that have a figure, without the total.
func (b *Book) Columns(name string) []string {
	return b.list(name, func(t *table) []string { return t.columns })
}

func (b *Book) list(name string, of func(*table) []string) []string {
	t := b.tables[name]
	if t == nil {
		return nil
	}
	var out []string
	for _, x := range of(t) {
		if x != Total {
			out = append(out, x)
		}
	}
	return out
}

// Filled counts the rows of a table whose total is above 0 and that a test
// chooses.
func (b *Book) Filled(name string, chooses func(row string) bool) int64 {
	var n int64
	for _, row := range b.Rows(name) {
		if f, ok := b.by[key(name, row, Total)]; ok && f.value.Sign() > 0 && chooses(row) {
			n++
		}
	}
	return n
}

func key(words ...string) source.Key { return source.Key(strings.Join(words, "/")) }

// Count is a whole number that was not printed but worked out.
func Count(name string, n int64, at source.Span) Side {
	return Side{Name: name, Value: big.NewRat(n, 1), At: at}
}
