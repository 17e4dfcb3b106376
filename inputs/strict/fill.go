package strict

import (
	"encoding"
	"fmt"
	"iter"
	"math/big"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"assemble/inputs/source"

	"go.yaml.in/yaml/v4"
)

// reader is what the types of this package implement: they read a node.
type reader interface {
	read(d *decoder, n *yaml.Node)
}

// value reads n into v, which is settable.
func (d *decoder) value(n *yaml.Node, v reflect.Value) {
	if n.Kind == yaml.AliasNode || blank(n) {
		return
	}
	if v.Kind() == reflect.Struct && d.shapeOf(v.Type()).byLang != nil {
		d.structure(n, v) // it has the read method of the Text it embeds
		return
	}
	switch x := v.Addr().Interface().(type) {
	case reader:
		x.read(d, n)
	case *big.Rat:
		d.rational(n, x)
	case encoding.TextUnmarshaler:
		if n.Kind != yaml.ScalarNode && v.Kind() == reflect.Struct {
			d.structure(n, v)
		} else {
			d.text(n, x)
		}
	default:
		d.kind(n, v)
	}
}

func (d *decoder) rational(n *yaml.Node, v *big.Rat) {
	var x Number
	if x.read(d, n); x.Value != nil {
		v.Set(x.Value)
	}
}

func (d *decoder) kind(n *yaml.Node, v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		p := reflect.New(v.Type().Elem())
		if !v.IsNil() {
			p.Elem().Set(v.Elem())
		}
		d.value(n, p.Elem())
		v.Set(p)
	case reflect.Map:
		d.table(n, v)
	case reflect.Struct:
		d.structure(n, v)
	case reflect.Slice:
		d.slice(n, v)
	case reflect.String:
		if d.scalar(n, "a text") {
			v.SetString(n.Value)
		}
	case reflect.Bool:
		d.boolean(n, v)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		d.integer(n, v)
	default:
		panic("strict: cannot read into " + v.Type().String())
	}
}

// blank reports whether a key or a list item has nothing behind it.
func blank(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Style == 0 && n.Value == ""
}

// wrong reports a value of the wrong kind.
func (d *decoder) wrong(n *yaml.Node, want, fix string) {
	if n.Kind == yaml.MappingNode && d.braces(n) {
		return
	}
	x := source.Diagnostic{Code: "yaml-type", At: d.span(n), Fix: fix}
	switch n.Kind {
	case yaml.MappingNode:
		x.Message = "keys stand here where " + want + " is wanted"
	case yaml.SequenceNode:
		x.Message = "a list stands here where " + want + " is wanted"
	default:
		x.Excerpt = n.Value
		x.Message = fmt.Sprintf("%s stands here where %s is wanted", quote(n.Value), want)
	}
	d.add(x)
}

// quote shortens what may be long, so that a message stays one line.
func quote(s string) string {
	const most = 40
	if r := []rune(s); len(r) > most {
		s = string(r[:most]) + "…"
	}
	return strconv.Quote(s)
}

// scalar reports whether n is one; if not, that is an error.
func (d *decoder) scalar(n *yaml.Node, want string) bool {
	if n.Kind == yaml.ScalarNode {
		return true
	}
	d.wrong(n, want, "")
	return false
}

func (d *decoder) text(n *yaml.Node, v encoding.TextUnmarshaler) {
	if !d.scalar(n, "one word or text") {
		return
	}
	if err := v.UnmarshalText([]byte(n.Value)); err != nil {
		d.add(source.Diagnostic{Code: "yaml-value", At: d.span(n), Excerpt: n.Value, Message: err.Error()})
	}
}

func (d *decoder) boolean(n *yaml.Node, v reflect.Value) {
	if n.Kind == yaml.ScalarNode && (n.Value == "true" || n.Value == "false") {
		v.SetBool(n.Value == "true")
		return
	}
	d.wrong(n, "true or false", "write true or false")
}

func (d *decoder) integer(n *yaml.Node, v reflect.Value) {
	const want = "a whole number"
	if !d.scalar(n, want) {
		return
	}
	i, err := strconv.ParseInt(n.Value, 10, v.Type().Bits())
	if err != nil || strconv.FormatInt(i, 10) != n.Value {
		d.wrong(n, want, "write digits only, without a leading zero")
		return
	}
	v.SetInt(i)
}

func (d *decoder) slice(n *yaml.Node, v reflect.Value) {
	if n.Kind != yaml.SequenceNode {
		d.wrong(n, "a list", "write [a, b], or one line with a dash for each item")
		return
	}
	list := reflect.MakeSlice(v.Type(), len(n.Content), len(n.Content))
	for i, c := range n.Content {
		if blank(c) {
			d.error(d.start(c), "yaml-blank", "this item of the list is empty", "write a value, or remove the item")
		}
		d.value(c, list.Index(i))
	}
	v.Set(list)
}

// table reads into a Go map, over the values it has.
func (d *decoder) table(n *yaml.Node, v reflect.Value) {
	if n.Kind != yaml.MappingNode {
		d.wrong(n, "a set of keys", "write key: value, one on a line")
		return
	}
	if v.IsNil() {
		v.Set(reflect.MakeMap(v.Type()))
	}
	for k, x := range pairs(n) {
		key := reflect.ValueOf(k.Value).Convert(v.Type().Key())
		value := reflect.New(v.Type().Elem()).Elem()
		if before := v.MapIndex(key); before.IsValid() {
			value.Set(before)
		}
		d.value(x, value)
		v.SetMapIndex(key, value)
	}
}

// field is one key of a struct.
type field struct {
	name     string
	required bool
	index    []int
}

// shape is what a struct type reads: its keys, where the place goes, and the
// embedded Text that takes language keys.
type shape struct {
	fields []field
	at     []int
	byLang []int
}

var (
	spanType = reflect.TypeFor[source.Span]()
	textType = reflect.TypeFor[Text]()
)

func (d *decoder) shapeOf(t reflect.Type) shape {
	s, known := d.shapes[t]
	if known {
		return s
	}
	for _, f := range reflect.VisibleFields(t) {
		tag, tagged := f.Tag.Lookup("yaml")
		name, option, _ := strings.Cut(tag, ",")
		switch {
		case f.Anonymous && f.Type == textType:
			s.byLang = f.Index
		case f.Name == "At" && f.Type == spanType:
			s.at = f.Index
		case tagged && name != "-" && name != "":
			s.fields = append(s.fields, field{name, option == "required", f.Index})
		}
	}
	d.shapes[t] = s
	return s
}

func (s shape) names() []string {
	names := make([]string, len(s.fields))
	for i, f := range s.fields {
		names[i] = f.name
	}
	return names
}

func (d *decoder) structure(n *yaml.Node, v reflect.Value) {
	s := d.shapeOf(v.Type())
	if s.at != nil {
		v.FieldByIndex(s.at).Set(reflect.ValueOf(d.span(n)))
	}
	if n.Kind != yaml.MappingNode {
		if s.byLang != nil && n.Kind == yaml.ScalarNode {
			d.value(n, v.FieldByIndex(s.byLang))
			return
		}
		d.wrong(n, "a set of keys", "write "+strings.Join(s.names(), ": …, ")+": …")
		return
	}
	written := make(map[string]bool, len(s.fields))
	for k, x := range pairs(n) {
		written[k.Value] = !blank(x)
		i := slices.IndexFunc(s.fields, func(f field) bool { return f.name == k.Value })
		switch {
		case i >= 0:
			d.value(x, v.FieldByIndex(s.fields[i].index))
		case s.byLang != nil && IsLanguage(k.Value):
			v.FieldByIndex(s.byLang).Addr().Interface().(*Text).add(d, k.Value, x)
		default:
			d.unknown(k, s.names())
		}
	}
	for _, f := range s.fields {
		if f.required && !written[f.name] {
			d.error(d.start(n), "yaml-missing-key", f.name+" is missing", "add "+f.name+": …")
		}
	}
}

// pairs yields the keys of a mapping with their values, in the order of the
// text, without those that check has reported.
func pairs(n *yaml.Node) iter.Seq2[*yaml.Node, *yaml.Node] {
	return func(yield func(k, v *yaml.Node) bool) {
		seen := make(map[string]bool, len(n.Content)/2)
		for i := 0; i+1 < len(n.Content); i += 2 {
			k := n.Content[i]
			if k.Kind != yaml.ScalarNode || k.Value == "" || seen[k.Value] {
				continue
			}
			seen[k.Value] = true
			if !yield(k, n.Content[i+1]) {
				return
			}
		}
	}
}

// digits is what stands behind the comma of a number in braces.
var digits = regexp.MustCompile(`^[0-9]{1,9}$`)

func (d *decoder) unknown(k *yaml.Node, known []string) {
	if line := []rune(d.line(k.Line)); digits.MatchString(k.Value) && k.Column > 1 && k.Column <= len(line) && line[k.Column-2] == ',' {
		d.add(source.Diagnostic{
			Code: "yaml-comma", At: d.span(k), Excerpt: k.Value,
			Message: "the comma before " + k.Value + " ends the value: in braces it stands between keys",
			Fix:     "write a number with a point for decimals and nothing between thousands, 137839 or 1.5; put a text with a comma in quotes",
		})
		return
	}
	x := source.Diagnostic{
		Code: "yaml-unknown-key", At: d.span(k), Excerpt: k.Value,
		Message: quote(k.Value) + " is not a key that is known here",
		Replace: source.Nearest(k.Value, known),
	}
	if x.Replace == "" {
		x.Fix = "remove it, or use one of " + strings.Join(known, ", ")
	} else {
		x.Fix = "write " + x.Replace
	}
	d.add(x)
}
