package xlsx

import (
	"fmt"
	"strings"
)

// maxName is the longest name of a sheet, in units of UTF-16.
const maxName = 31

// names gives out names of sheets and tables, none twice.
type names struct{ sheets, tables map[string]bool }

func newNames() *names { return &names{map[string]bool{}, map[string]bool{}} }

// sheet makes a name that a sheet may have of any words: short enough, without
// the signs that stand for something in formulas, and not "History", which Excel
// keeps for itself.
func (n *names) sheet(words string) string {
	name := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]`, r) {
			return '-'
		}
		return r
	}, plain(words))
	name = cut(name, maxName)
	if name == "" || strings.EqualFold(name, "History") {
		name = cut("Sheet "+name, maxName)
	}
	out := name
	for i := 2; n.sheets[strings.ToLower(out)]; i++ {
		end := fmt.Sprintf(" (%d)", i)
		out = cut(name, maxName-len(end)) + end
	}
	n.sheets[strings.ToLower(out)] = true
	return out
}

// cut shortens a name; at its ends there are neither spaces nor apostrophes.
func cut(name string, most int) string {
	n := 0
	for i, r := range name {
		n++
		if r > 0xFFFF {
			n++
		}
		if n > most {
			name = name[:i]
			break
		}
	}
	return strings.Trim(name, " '")
}

// maxID keeps names of tables short; Excel takes 255 letters.
const maxID = 60

// table makes a name for formulas of that of a sheet. The word in front keeps it
// from being the name of a cell.
func (n *names) table(sheet string) string {
	id := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' {
			return r
		}
		return '_'
	}, sheet)
	id = "Table_" + id
	id = id[:min(len(id), maxID)]
	out := id
	for i := 2; n.tables[strings.ToLower(out)]; i++ {
		out = fmt.Sprintf("%s_%d", id, i)
	}
	n.tables[strings.ToLower(out)] = true
	return out
}
