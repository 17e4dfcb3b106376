package doc

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"assemble/layout/lang"

	"github.com/google/go-cmp/cmp"
)

// reachable returns every value of a type that can be reached from v, in the
// order of the fields.
func reachable[T any](v any) []T {
	var out []T
	var walk func(reflect.Value)
	walk = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.Pointer, reflect.Interface:
			if x, ok := v.Interface().(T); ok && v.Kind() == reflect.Pointer && !v.IsNil() {
				out = append(out, x)
			}
			if !v.IsNil() && v.Type() != reflect.TypeFor[*lang.Noun]() {
				walk(v.Elem())
			}
		case reflect.Struct:
			for i := range v.NumField() {
				if v.Type().Field(i).IsExported() {
					walk(v.Field(i))
				}
			}
		case reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i))
			}
		}
	}
	walk(reflect.ValueOf(v))
	return out
}

// TestNothingIsPassedOver: who walks over a document meets each text, each
// number and each block in it once. What is passed over is not bound, not
// proofread and not numbered.
func TestNothingIsPassedOver(t *testing.T) {
	blocks := everyBlock()
	times := func(n map[any]int, what string, all []any) {
		t.Helper()
		for _, x := range all {
			if n[x] != 1 {
				t.Errorf("%s %+v is met %d times", what, x, n[x])
			}
		}
		if len(n) != len(all) {
			t.Errorf("%d of %s are met, there are %d", len(n), what, len(all))
		}
	}
	texts, stats, kinds := map[any]int{}, map[any]int{}, map[any]int{}
	Inlines(blocks, func(run *[]Inline) {
		Each(*run, func(in Inline) {
			if x, ok := in.(*Text); ok {
				texts[x]++
			}
		})
	})
	Stats(blocks, func(s *Stat) { stats[s]++ })
	Blocks(blocks, func(b Block) { kinds[b]++ })
	times(texts, "text", anys(reachable[*Text](blocks)))
	times(stats, "number", anys(reachable[*Stat](blocks)))
	var outside []any // blocks in notes and run-in heads are no blocks of the flow
	for _, b := range reachable[Block](blocks) {
		if h, ok := b.(*Heading); ok && h.Level == 4 {
			continue
		}
		if p, ok := b.(*Paragraph); ok && len(p.Text) == 1 && p.Text[0] == any(noteStat(blocks)) {
			continue
		}
		outside = append(outside, b)
	}
	times(kinds, "block", outside)
}

// noteStat is the number in the only note of everyInline.
func noteStat(blocks []Block) Inline {
	return reachable[*Footnote](blocks)[0].Of[0].(*Paragraph).Text[0]
}

func anys[T any](list []T) []any {
	out := make([]any, len(list))
	for i, x := range list {
		out[i] = x
	}
	return out
}

// TestReadingOrder: a run-in head comes before its paragraph, and a note after
// the run that calls it, also where its mark stands inside emphasis.
func TestReadingOrder(t *testing.T) {
	note := &Footnote{Of: []Block{&Paragraph{Text: Words("note")}}}
	blocks := []Block{
		&Heading{Tag: Words("tag"), Text: Words("heading")},
		&Paragraph{Head: &Heading{Text: Words("head")}, Text: []Inline{&Text{S: "text "}, &Emph{Of: []Inline{note}}, &Text{S: "more"}}},
		&Panel{Title: Words("box"), Of: []Block{&Quote{Of: []Block{&Paragraph{Text: Words("quoted")}}}}},
		&List{Items: []ListItem{{Of: []Block{&Paragraph{Text: Words("item")}}}}},
		&Table{
			Title: Words("title"), Unit: Words("unit"), Stub: Words("stub"), Heads: []Head{{Text: Words("span"), Sub: []Head{{Text: Words("head a")}}}},
			Rows: []Row{{Stub: Words("row"), Cells: []Cell{{Text: Words("cell")}}}}, Notes: []Note{{Text: Words("note a")}},
			Legend: Words("legend"), Source: Words("source"),
		},
	}
	want := []string{
		"tag", "heading", "head", "text more", "note", "box", "quoted", "item",
		"title", "unit", "stub", "span", "head a", "row", "cell", "note a", "legend", "source",
	}
	var got []string
	Inlines(blocks, func(run *[]Inline) {
		if len(*run) > 0 {
			got = append(got, Plain(*run, nil))
		}
	})
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	var kinds []string
	Blocks(blocks, func(b Block) { kinds = append(kinds, fmt.Sprintf("%T", b)) })
	if diff := cmp.Diff([]string{"*doc.Heading", "*doc.Paragraph", "*doc.Panel", "*doc.Quote", "*doc.Paragraph", "*doc.List", "*doc.Paragraph", "*doc.Table"}, kinds); diff != "" {
		t.Error(diff)
	}
}

// TestRunsCanBeReplaced: a walker may put other inlines in the place of a run.
func TestRunsCanBeReplaced(t *testing.T) {
	blocks := everyBlock()
	Inlines(blocks, func(run *[]Inline) {
		if len(*run) > 0 {
			*run = Words("x")
		}
	})
	for _, s := range reachable[*Text](blocks) {
		if s.S != "x" {
			t.Errorf("%q was not replaced", s.S)
		}
	}
}

func TestPlain(t *testing.T) {
	number := func(s *Stat) string { return "<" + s.Fact + ">" }
	for _, c := range []struct {
		in         []Inline
		stat       func(*Stat) string
		want, bare string
	}{
		{[]Inline{&Text{S: "one"}, &Break{}, &Text{S: "two"}}, number, "one two", "one two"},
		{[]Inline{&Text{S: " a  b\u00a0 c "}}, number, "a b\u00a0 c", "a b\u00a0 c"},
		{[]Inline{&Text{S: "a "}, stat("n", 3), &Text{S: " b"}}, number, "a <n> b", "a b"},
		{[]Inline{&Link{Of: []Inline{&Emph{Of: []Inline{stat("n", 3)}}}}, &Footnote{Of: []Block{&Paragraph{Text: Words("note")}}}}, number, "<n>", ""},
		{[]Inline{&Ref{To: "x"}, &Ref{To: "x", Of: Words("own")}, &Foreign{Of: Words(" mot")}}, number, "own mot", "own mot"},
	} {
		if got := Plain(c.in, c.stat); got != c.want {
			t.Errorf("%q, not %q", got, c.want)
		}
		if got := Plain(c.in, nil); got != c.bare {
			t.Errorf("without numbers %q, not %q", got, c.bare)
		}
	}
}

func TestBoxhead(t *testing.T) {
	heads := []Head{
		{Text: Words("a")},
		{Text: Words("b"), Sub: []Head{{Text: Words("c")}, {Text: Words("d"), Sub: []Head{{Text: Words("e"), Period: Before}, {Text: Words("f")}}}}},
	}
	var got []string
	for _, h := range Leaves(heads) {
		got = append(got, Plain(h.Text, nil))
	}
	if !slices.Equal(got, []string{"a", "c", "e", "f"}) || Leaves(heads)[2].Period != Before {
		t.Errorf("columns %v", got)
	}
	if d := Depth(heads); d != 3 || Depth(heads[:1]) != 1 || Depth(nil) != 0 {
		t.Errorf("depth %d", d)
	}
}
