package main

import (
	"fmt"
	"slices"
	"strings"
)

// formCSV is the form as an XLSForm whose sheets stand below each other.
func (y *year) formCSV() []byte {
	rows := [][]string{
		{"settings"},
		{"", "form_title", "form_id", "default_language"},
		{"", fmt.Sprintf("Institutional questionnaire %d", y.year), fmt.Sprintf("iq%d", y.year), "English (en)"},
		{"survey"},
		{"", "type", "name", "label::English (en)", "relevant"},
		{"", "start", "start", "", ""},
		{"", "select_one offices", "office", "Which office answers?", ""},
		{"", "text", "respondent", "Your name", ""},
	}
	choices := [][]string{{"choices"}, {"", "list_name", "name", "label::English (en)"}}
	for _, o := range register() {
		choices = append(choices, []string{"", "offices", o.code, o.name})
	}
	choices = append(choices, []string{"", "yes_no", "yes", "Yes"}, []string{"", "yes_no", "no", "No"})
	for _, s := range y.sections {
		rows = append(rows, []string{"", "begin_group", s.code, s.title, ""})
		for _, q := range s.questions {
			kind, relevant := "select_one yes_no", ""
			if len(q.options) > 0 {
				kind = "select_multiple " + q.code
			}
			if q.of != "" {
				relevant = "${" + q.of + "} = 'yes'"
			}
			rows = append(rows, []string{"", kind, q.code, q.label, relevant})
			for _, o := range q.options {
				choices = append(choices, []string{"", q.code, o.code, o.label})
			}
		}
		rows = append(rows, []string{"", "end_group", "", "", ""})
	}
	rows = append(rows, []string{"", "text", "remarks", "Anything else?", ""})
	return toCSV(append(rows, choices...))
}

// exportCSV is the export of KoboToolbox, with several answers in both ways. One
// office answered twice, and one submission was not approved.
func (y *year) exportCSV() []byte {
	head := []string{"start", "office", "respondent"}
	for _, s := range y.sections {
		for _, q := range s.questions {
			head = append(head, s.code+"/"+q.code)
			for _, o := range q.options {
				head = append(head, s.code+"/"+q.code+"/"+o.code)
			}
		}
	}
	rows := [][]string{append(head, "remarks", "_id", "_uuid", "_submission_time", "_validation_status", "_submitted_by", "_index")}
	again := y.row(y.respondents[3], 0)
	rows = append(rows, again)
	for i, o := range y.respondents {
		rows = append(rows, y.row(o, i+1))
	}
	test := y.row(y.respondents[5], len(rows))
	test[len(test)-3] = "validation_status_not_approved"
	return toCSV(append(rows, test))
}

func (y *year) row(o office, n int) []string {
	day := fmt.Sprintf("%d-01-%02d", y.year+1, 8+n/8)
	row := []string{day + "T09:00:00.000+01:00", o.code, fmt.Sprintf("Respondent %d", 100+n)}
	for _, s := range y.sections {
		for _, q := range s.questions {
			answer := y.answers[q.code][o.code]
			row = append(row, answer)
			for _, option := range q.options {
				mark := ""
				if answer != "" {
					mark = "0"
				}
				if slices.Contains(strings.Fields(answer), option.code) {
					mark = "1"
				}
				row = append(row, mark)
			}
		}
	}
	remark := ""
	if n%25 == 0 {
		remark = "Thank you."
	}
	return append(row, remark, fmt.Sprint(4000+n), fmt.Sprintf("uuid-%d-%d", y.year, n), fmt.Sprintf("%sT%02d:30:00", day, 9+n%8), "", fmt.Sprintf("user%d", n), fmt.Sprint(n+1))
}
