package survey

import (
	"slices"
	"strings"

	"assemble/inputs/decide"
	"assemble/inputs/sheet"
	"assemble/inputs/strict"
)

// target is what a head can name: an item, or one of its options.
type target struct {
	item   *item
	option int
	how    string
	others []*item // that it can name too
}

// index finds the item that a head names. A head that several items share is
// given to them in the order in which they stand.
type index struct {
	items  map[string][]target
	used   map[string]int
	repeat bool // the heads are those of a repeat
}

// newIndex makes an index of the names by which exports call the items of a
// form: name, code, names of the groups before it, and labels, alone and behind
// the labels of the groups.
func newIndex(items []*item) *index {
	x := &index{items: map[string][]target{}, used: map[string]int{}}
	for _, it := range items {
		x.add(it.name, it, "by its name")
		x.add(it.Code, it, "by its code")
		x.add(strings.ReplaceAll(it.Code, ".", "/"), it, "by its code")
		for i := range it.groups {
			for _, sep := range []string{"/", "-", ".", ":"} {
				x.add(strings.Join(append(it.groups[i:len(it.groups):len(it.groups)], it.name), sep), it, "by its name")
			}
		}
		for _, label := range it.Label.By {
			x.add(label.S, it, "by its label")
			path := label.S
			for i := len(it.titles) - 1; i >= 0; i-- {
				if title, ok := exactly(it.titles[i], label.Lang); ok {
					path = title + "/" + path
				} else {
					path = it.groups[i] + "/" + path
				}
				x.add(path, it, "by its label")
			}
		}
	}
	return x
}

func (x *index) add(name string, it *item, how string) {
	key := head(name)
	if key == "" {
		return
	}
	for _, t := range x.items[key] {
		if t.item == it {
			return
		}
	}
	x.items[key] = append(x.items[key], target{item: it, option: noOption, how: how})
}

// named are the targets of a head; where several share it, those that can stand
// in the table.
func (x *index) named(key string) []target {
	list := x.items[key]
	if len(list) < 2 {
		return list
	}
	var here []target
	for _, t := range list {
		if (t.item.Repeat != "") == x.repeat {
			here = append(here, t)
		}
	}
	if len(here) == 0 {
		return list
	}
	return here
}

// whole finds the item that a head names as a whole.
func (x *index) whole(key string) (target, bool) {
	list := x.named(key)
	if len(list) == 0 {
		return target{}, false
	}
	n := x.used[key]
	x.used[key]++
	out := list[min(n, len(list)-1)]
	for _, t := range list {
		if t.item != out.item {
			out.others = append(out.others, t.item)
		}
	}
	return out, true
}

// separators stand between a question and its option in a head.
var separators = []string{"/", ".", ":", " - ", "_", " ["}

// part finds the option that a head names: question, separator, option, as
// KoboToolbox and ODK write it; question [option] as Google Forms does.
func (x *index) part(key string) (target, bool) {
	for at := len(key) - 1; at > 0; at-- {
		for _, sep := range separators {
			if !strings.HasPrefix(key[at:], sep) {
				continue
			}
			rest := key[at+len(sep):]
			if sep == " [" {
				rest = strings.TrimSuffix(rest, "]")
			}
			if t, ok := optionOf(x.named(strings.TrimRight(key[:at], " *:")), rest); ok {
				return t, true
			}
		}
	}
	return target{}, false
}

// optionOf is the first of some targets that has an option of a name.
func optionOf(list []target, name string) (out target, found bool) {
	for _, t := range list {
		if !t.item.Type.Selects() {
			continue
		}
		o, ok := t.item.find(name)
		switch {
		case ok && found:
			out.others = append(out.others, t.item)
		case ok:
			out, found = target{item: t.item, option: o, how: t.how}, true
		}
	}
	return out, found
}

// find returns the option that a text names, by name, code or label.
func (x *item) find(text string) (option int, ok bool) {
	if x.words == nil {
		x.words = map[string]int{}
		add := func(word string, option int) {
			if _, taken := x.words[word]; !taken {
				x.words[word] = option
			}
		}
		for i, name := range x.names {
			add(head(name), i)
			add(x.Options[i].Code, i)
		}
		for i := range x.Options {
			for _, label := range x.Options[i].Label.By {
				add(head(label.S), i)
			}
		}
	}
	key := head(text)
	if option, ok = x.words[key]; ok {
		return option, true
	}
	if x.notApplicable(key) {
		return notOption, true
	}
	return noOption, false
}

// notApplicable reports whether a text says that the question does not apply.
func (x *item) notApplicable(key string) bool {
	if notApplicableWord(key) || x.NotApplicableName != "" && head(x.NotApplicableName) == key {
		return true
	}
	for _, label := range x.NotApplicable.By {
		if head(label.S) == key {
			return true
		}
	}
	return false
}

// recognize tells what the columns of a row of heads hold.
func (im *Imported) recognize(row *sheet.Row) []column {
	im.index.used, im.unread.used = map[string]int{}, map[string]int{}
	im.index.repeat = slices.ContainsFunc(row.Cells, func(c sheet.Cell) bool {
		r, _ := platformColumn(head(cellText(&c)))
		return r == parentRole
	})
	var out []column
	for i := range row.Cells {
		text := strings.Join(strings.Fields(cellText(&row.Cells[i])), " ")
		if text == "" {
			continue
		}
		c := column{at: i + 1, head: text, option: noOption}
		im.recognizeHead(&c)
		out = append(out, c)
	}
	return out
}

func (im *Imported) recognizeHead(c *column) {
	key := head(c.head)
	if x, ok := im.Decisions.Find(decide.Path{"columns", c.head}); ok {
		im.decidedColumn(c, x)
		return
	}
	if t, ok := im.index.whole(key); ok {
		c.role, c.item, c.how, c.others = questionRole, t.item, t.how, t.others
	} else if t, ok := im.index.part(key); ok {
		c.role, c.item, c.option, c.how, c.others = optionRole, t.item, t.option, t.how, t.others
	} else if r, rank := platformColumn(key); r != unknownColumn {
		c.role, c.rank, c.how = r, rank, "by its head"
	} else if it := im.unreadItem(key); it != nil {
		c.role, c.how = systemRole, "by the form, which has no answers of this type to count"
		if it.personal {
			c.role, c.how = personalRole, "by what it asks"
		}
	}
	if c.role == unknownColumn && im.Form.coded {
		im.recognizeEnd(c, key)
	}
	if c.item != nil && c.item.personal || c.role == unknownColumn && isPersonal(c.head, strict.Text{}) {
		c.role, c.how = personalRole, "by what it asks"
	}
}

// partsOfPlaces are what platforms add to the name of a question for a place, or
// for a picture, in the heads of further columns.
var partsOfPlaces = []string{"_latitude", "_longitude", "_altitude", "_precision", "-latitude", "-longitude", "-altitude", "-accuracy", "_url"}

// unreadItem finds the row of the form whose answers are not read and that a head
// names: KoboToolbox calls parts of a place _name_latitude, ODK name-Latitude.
func (im *Imported) unreadItem(key string) *item {
	keys := []string{key}
	for _, part := range partsOfPlaces {
		if base, ok := strings.CutSuffix(key, part); ok {
			keys = append(keys, base, strings.TrimPrefix(strings.ReplaceAll(base, "/_", "/"), "_"))
		}
	}
	for _, k := range keys {
		if t, ok := im.unread.whole(k); ok {
			return t.item
		}
	}
	return nil
}

// recognizeEnd tries what stands behind the names of groups, which a codebook
// does not know.
func (im *Imported) recognizeEnd(c *column, key string) {
	for at := range len(key) {
		if strings.IndexByte("/-.:", key[at]) < 0 {
			continue
		}
		rest := key[at+1:]
		if list := im.index.items[rest]; len(list) == 1 {
			c.role, c.item, c.how = questionRole, list[0].item, "by the end of its head"
			return
		}
		if t, ok := im.index.part(rest); ok {
			c.role, c.item, c.option, c.how = optionRole, t.item, t.option, "by the end of its head"
			return
		}
	}
}

// decidedColumn follows what a person decided about a column.
func (im *Imported) decidedColumn(c *column, x decide.Decision) {
	c.how = "as decided"
	switch {
	case x.LeaveOut.S != "":
		c.role = decidedRole
	case x.Value == "office":
		c.role = officeRole
	default:
		it := im.Form.item(x.Value)
		for _, other := range im.Form.items {
			if it == nil && other.Code == x.Value {
				it = other
			}
		}
		if it == nil {
			im.wrongAnswer(x, "the code of a question", im.codes(), `write the code of a question, office, or {leave-out: "why"}`)
			c.role = decidedRole
			return
		}
		c.role, c.item = questionRole, it
	}
	im.use(x, 1)
}

func (im *Imported) codes() []string {
	var out []string
	for _, x := range im.Form.items {
		out = append(out, x.Code)
	}
	return out
}
