package lang

// Strings are the printed words of a language. Every field is filled in every
// language, which a test sees to: a new string is a new field here and a line
// in each of the three tables. %s stands where the comment says; "no." is a
// number or numeral, already formatted.
type Strings struct {
	// Front matter.
	Contents      string // title of the contents list
	Acronyms      string // title of the acronym list
	Foreword      string
	Distribution  string // %s: the edition's words
	Original      string // %s: language name
	LanguageOnly  string // %s: language name; "English only"
	LanguageNames LanguageNames

	// Labels, as they stand at the left axis, and heads of pages.
	Annex, Annexes string
	Box            string
	Table          string
	Figure         string
	Page           string
	PageNo         string // %s: no.; the page of the running head
	LabelNo        string // %s: label, no.; "Table 2", "Annex IV"
	Continued      string // "(continued)", after a repeated title
	KeyFigures     string // label of a band of key figures without a title

	// References, as they stand inside a sentence.
	Paragraph, Paragraphs string
	TheParagraph          string // %s: no.
	TheParagraphs         string // %s: first no., last no.
	TheTable              string // %s: no.
	TheFigure             string // %s: no.
	TheBox                string // %s: no.
	TheAnnex              string // %s: no.
	InAnnex               string // what stands in an annex; %s: the annex; %s: a table, figure or box
	TheFootnote           string // %s: no.
	TheForeword           string
	TheSectionOn          string // %s: title of the section

	// Comparison.
	Comparator string // %s: year, value; "2016: 52 offices"
	Increase   string
	Decrease   string
	NoChange   string

	// Charts, tables and their notes.
	Base           string // %s: no.; above the base line
	BaseRow        string // label of a row of bases
	BaseNote       string // %s: no., what was counted
	MoreThanOne    string // after the base of a question with several answers
	Clauses        string // %s: clause, clause; a note of two clauses, as base and terms
	Share          string // head of the column of shares
	CountAndShare  string // unit line of a chart with shares; %s: what was counted
	PerCentOf      string // unit line; %s: what the base counts, in the plural
	NumberOf       string // %s: what was counted
	MillionsOf     string // unit line; %s: currency code
	SourceLine     string // %s: source
	Questionnaire  string // source of a chart; %s: year
	Total          string
	OtherAnswers   string // the answer "other", last of a chart
	NoneOfThese    string // the answer "none", last of a chart
	NotComputed    string // what — stands for
	NotAvailable   string
	NotApplicable  string
	RoundingNote   string // under a table whose shares do not add up
	InParentheses  string // note of a finance table
	FootnoteLabel  string // %s: no.; name of a note for readers by ear
	MemberStates   string // caption of the cover's ornament; %s: no.
	MoreThanBefore string // goes on after it; %s: number in words
	Chart          ChartStrings
	Staff          StaffStrings
	Workbook       WorkbookStrings
	Survey         SurveyStrings

	// Drafts.
	Draft        string // in every running head of a draft
	DraftTitle   string // title of the list of holes
	DraftMissing string // in the text, in place of what is missing; %s: its name
	DraftHole    string // entry of the list; %s: what, where
}

// LanguageNames are the names of the official languages, as they stand after
// "Original:".
type LanguageNames struct{ Arabic, Chinese, English, French, Russian, Spanish string }

// Name returns the name of a language by its tag, "" for any other.
func (l LanguageNames) Name(tag string) string {
	switch tag {
	case "ar":
		return l.Arabic
	case "zh":
		return l.Chinese
	case "en":
		return l.English
	case "fr":
		return l.French
	case "ru":
		return l.Russian
	case "es":
		return l.Spanish
	}
	return ""
}

// ChartStrings describe charts to those who do not see them.
type ChartStrings struct {
	Bars, GroupedBars, Stacked, Line string // %s: title
	Value                            string // %s: label, value
	ValueOfBase                      string // %s: label, value, base
}

// StaffStrings are the words of the staff annexes.
type StaffStrings struct {
	Nationality, Grade, Year string
	Indicator                string // what the rows of a table of statistics are, in a workbook
	Total, TotalIn           string // %s: year
	Other                    string // the row of unnamed nationalities
	Women, Men               string // stubs
	Neither, NotRecorded     string // stubs, of persons of another sex and of none that is known
	WithoutOther             string // note: persons whose nationality is not named are not counted
	F, M, X, U               string // heads of the narrow columns
	BySex                    string
	GeneralService           string
	NationalOfficers         string
	Professional             string // International Professionals
	GeneralAndNational       string // stub of both national groups together
	Scope                    string // under the title of a matrix
	MemberGroup, OtherGroup  string // the two groups of rows

	// Legend of a matrix; the items that apply are joined by "; ".
	LegendG, LegendNO, LegendP, LegendD, LegendE, LegendUG string
	LegendSex, LegendX, LegendU                            string // women and men, neither, not recorded
	LegendBlank, LegendOther                               string // sentences

	PercentageWomen         string
	PercentageWomenIn       string // %s: year
	PercentageInternational string
	ChangeInPoints          string
	ChangeBetween           string // %s: first year, last year
	WithoutHeads            string // note: without the heads of the Organization
	WithoutGrades           string // note; %s: grades
	Disclosure              string // note on small counts; %s: no. of small cells, no. of filled cells, least count that is not small

	MenAndWomenTitle  string // %s: first year, last year
	WomenByGradeTitle string // %s: first year, last year
	SeniorTitle       string // %s: first year, last year
	AllStaffTitle     string // %s: year

	MemberNationalities    string
	NonMemberNationalities string
	AllNationalities       string
	NumberOfMemberStates   string
	PercentageRepresented  string // of Member States

	// Labels and units of facts.
	AllStaff    string
	StaffMember Noun
	Nation      Noun // a nationality that is counted
}
