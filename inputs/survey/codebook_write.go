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
	if q.Name != "" {
		line("name", strconv.Quote(q.Name))
	}
	line("type", string(q.Type))
	line("label", textYAML(q.Label))
	line("unit", textYAML(q.Unit))
	line("one", textYAML(q.One))
	line("not_applicable", notApplicableYAML(q))
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
		fmt.Fprintf(w, "      %s: {%s}\n", keyYAML(o.Code), strings.Join(optionParts(o, q.Years), ", "))
	}
}

// optionParts are the labels of an option, its name if it has one, its years if
// they are not those of its question, and its last change of wording.
func optionParts(o Option, years []int) []string {
	parts := textParts(o.Label)
	if o.Name != "" {
		parts = append(parts, "name: "+strconv.Quote(o.Name))
	}
	if !slices.Equal(o.Years, years) {
		parts = append(parts, "years: "+yearsYAML(o.Years))
	}
	if o.Changed != 0 {
		parts = append(parts, "changed: "+strconv.Itoa(o.Changed), "before: "+textYAML(o.Before))
	}
	return parts
}

// notApplicableYAML is the label of the answer that the question does not apply,
// with its name in the form where no word says so; "" for none.
func notApplicableYAML(q *Question) string {
	parts := textParts(q.NotApplicable)
	if len(parts) > 0 && !notApplicableWord(head(q.NotApplicableName)) && q.NotApplicableName != "" {
		parts = append(parts, "name: "+strconv.Quote(q.NotApplicableName))
	}
	return inBraces(parts)
}

// keyYAML quotes a key that YAML could take for something else than a word.
func keyYAML(code string) string {
	if code[0] >= '0' && code[0] <= '9' || code[0] == '_' {
		return strconv.Quote(code)
	}
	return code
}

// textYAML writes a text by language; "" for none.
func textYAML(t strict.Text) string { return inBraces(textParts(t)) }

func inBraces(parts []string) string {
	if len(parts) == 0 {
		return ""
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// textParts are the languages of a text. One that serves all languages is
// written as English, which all fall back on.
func textParts(t strict.Text) []string {
	var parts []string
	for _, tr := range t.By {
		switch {
		case tr.S == "":
		case tr.Lang == "":
			return []string{"en: " + strconv.Quote(tr.S)}
		default:
			parts = append(parts, tr.Lang+": "+strconv.Quote(tr.S))
		}
	}
	return parts
}

func yearsYAML(years []int) string {
	parts := make([]string, len(years))
	for i, y := range years {
		parts[i] = strconv.Itoa(y)
	}
	return "[" + strings.Join(parts, ", ") + "]"
}
