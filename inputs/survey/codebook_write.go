package survey

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"assemble/inputs/strict"
)

// Text is the codebook as it is written in an edition.
func (b *Codebook) Text() []byte {
	var w bytes.Buffer
	w.WriteString("# Written by assemble import questionnaire.\nquestions:\n")
	if len(b.Questions) == 0 {
		w.WriteString("  {}\n")
	}
	for i := range b.Questions {
		writeQuestion(&w, &b.Questions[i])
	}
	return w.Bytes()
}

func writeQuestion(w *bytes.Buffer, q *Question) {
	line := func(key, value string) {
		if value != "" {
			fmt.Fprintf(w, "    %s: %s\n", key, value)
		}
	}
	fmt.Fprintf(w, "  %s:\n", q.Code)
	line("type", string(q.Type))
	line("label", textYAML(q.Label))
	line("unit", textYAML(q.Unit))
	line("one", textYAML(q.One))
	line("not_applicable", textYAML(q.NotApplicable))
	if q.Base != "" {
		line("base", strconv.Quote(q.Base))
	}
	line("repeat", q.Repeat)
	line("years", yearsYAML(q.Years))
	if q.Changed != 0 {
		line("changed", strconv.Itoa(q.Changed))
		line("before", textYAML(q.Before))
	}
	if len(q.Options) > 0 {
		w.WriteString("    options:\n")
	}
	for _, o := range q.Options {
		text := strings.TrimSuffix(textYAML(o.Label), "}")
		if text == "" {
			text = "{"
		}
		if !slices.Equal(o.Years, q.Years) {
			if text != "{" {
				text += ", "
			}
			text += "years: " + yearsYAML(o.Years)
		}
		fmt.Fprintf(w, "      %s: %s}\n", keyYAML(o.Code), text)
	}
}

// keyYAML quotes a key that YAML could take for something else than a word.
func keyYAML(code string) string {
	if code[0] >= '0' && code[0] <= '9' || code[0] == '_' {
		return strconv.Quote(code)
	}
	return code
}

// textYAML writes a text by language; "" for none. A text that serves all
// languages is written as one of English, as edition.yaml would.
func textYAML(t strict.Text) string {
	var parts []string
	for _, tr := range t.By {
		if tr.S == "" {
			continue
		}
		if tr.Lang == "" {
			return strconv.Quote(tr.S)
		}
		parts = append(parts, tr.Lang+": "+strconv.Quote(tr.S))
	}
	if len(parts) == 0 {
		return ""
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

func yearsYAML(years []int) string {
	parts := make([]string, len(years))
	for i, y := range years {
		parts[i] = strconv.Itoa(y)
	}
	return "[" + strings.Join(parts, ", ") + "]"
}
