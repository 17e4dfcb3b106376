package lang

import "math/big"

// english follows the house: comma in prose, "per cent" in text and "%" closed
// up elsewhere, point for decimals everywhere.
func english() *Table {
	prose := Profile{
		Group: ",", MinGroup: 4, Decimal: ".", Percent: nbsp + "per" + nbsp + "cent", Minus: minus, Plus: "+",
		Compound: hyphen + "per" + hyphen + "cent", WordsBelow: 10, Zero: "0",
	}
	table := prose
	table.Group, table.Percent, table.Compound, table.WordsBelow, table.Bare = thin, "%", "", 0, true
	return &Table{
		tag: "en",
		months: [12]string{
			"January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
			"November", "December",
		},
		quotes: Quotes{Open: "“", Close: "”", InnerOpen: "‘", InnerClose: "’"},
		marks: marks{
			list:          [2]string{"(%s)", "%s."},
			joins:         " previously formerly earlier now then only out up down compared against some about over nearly almost ",
			phrases:       " a an the of for to in on at by with from and or but as under between among against into through ",
			abbreviations: " No Nos para paras art arts vol p pp ",
		},
		profiles: profiles(prose, table, "%"),
		numerals: numerals{
			cardinal: englishCardinal, ordinal: englishOrdinal, ordinalEnd: wordsEnd, ordinalMark: englishOrdinalMark,
			session: func(t *Table, n int64) string { return t.Ordinal(n, Masculine) + " Session" },
			// 1 alone is singular: 1.4 million, 0 points.
			singular: func(abs *big.Rat) bool { return abs.Cmp(big.NewRat(1, 1)) == 0 },
			minus:    "minus", point: "point", digitWise: true,
			thousand: Noun{"thousand", "thousand"}, million: Noun{"million", "million"},
			points: Noun{"percentage point", "percentage points"}, firstDay: "1",
			no: "no", none: "none", of: []string{"of"},
		},
		article: englishArticle,
		qualified: qualified{
			articles:    []string{"a", "an"},
			determiners: []string{"the", "this", "that", "its", "their", "another"},
			changes:     []string{"increase", "decrease", "rise", "reduction", "growth", "decline", "drop", "fall", "gain", "loss"},
			always:      []string{"growth"},
		},
		strings: englishStrings(),
		proof:   englishProof(),
	}
}

func englishStrings() Strings {
	return Strings{
		Contents: "Contents", Acronyms: "List of acronyms", Foreword: "Foreword",
		Distribution: "Distribution: %s", Original: "Original: %s", LanguageOnly: "%s only",
		LanguageNames: LanguageNames{
			Arabic: "Arabic", Chinese: "Chinese", English: "English", French: "French", Russian: "Russian", Spanish: "Spanish",
		},

		Annex: "Annex", Annexes: "Annexes", Box: "Box", Table: "Table", Figure: "Figure",
		Page: "Page", PageNo: "Page\u00a0%s", LabelNo: "%s\u00a0%s", Continued: "(continued)", KeyFigures: "Key figures",

		Paragraph: "paragraph", Paragraphs: "paragraphs",
		TheParagraph: "paragraph\u00a0%s", TheParagraphs: "paragraphs\u00a0%s–%s", TheTable: "table\u00a0%s",
		TheFigure: "figure\u00a0%s", TheBox: "box\u00a0%s", TheAnnex: "Annex\u00a0%s", InAnnex: "%s, %s", TheFootnote: "footnote\u00a0%s",
		TheForeword: "the foreword", TheSectionOn: "the section on %s",

		Comparator: "%s: %s", Increase: "increase", Decrease: "decrease", NoChange: "no change",

		Base: "Base %s", BaseRow: "Base", BaseNote: "Base: %s\u00a0%s", MoreThanOne: "more than one answer possible",
		Clauses: "%s; %s.", Share: "Share", CountAndShare: "Number of %s, and share of the base in per cent",
		PerCentOf: "Per cent of %s", NumberOf: "Number of %s", MillionsOf: "%s million", SourceLine: "Source: %s",
		Questionnaire: "questionnaire to offices, %s", Total: "Total", OtherAnswers: "Other", NoneOfThese: "None",
		NotComputed: "Not computed", NotAvailable: "Not available", NotApplicable: "Not applicable",
		RoundingNote:  "Because of rounding, shares may not add up to 100%.",
		InParentheses: "Figures in parentheses are decreases.", FootnoteLabel: "Footnote %s",
		MemberStates: "%s Member States, one mark each", MoreThanBefore: "%s more than a year before (rings)",
		Chart: ChartStrings{
			Bars: "Bar chart: %s", GroupedBars: "Grouped bar chart: %s", Stacked: "Stacked bar chart: %s",
			Line: "Line chart: %s", Value: "%s: %s", ValueOfBase: "%s: %s of %s",
		},
		Staff: englishStaff(), Workbook: englishWorkbook(), Survey: englishSurvey(),

		Draft: "DRAFT", DraftTitle: "Missing from this draft", DraftMissing: "[missing: %s]", DraftHole: "%s (%s)",
	}
}

func englishStaff() StaffStrings {
	return StaffStrings{
		Nationality: "Nationality", Indicator: "Indicator", Grade: "Grade", Year: "Year", Total: "Total", TotalIn: "Total in %s", Other: "Other",
		Women: "Women", Men: "Men", F: "F", M: "M", X: "X", U: "U", BySex: "By sex",
		GeneralService: "General Service", NationalOfficers: "National Officers",
		Professional: "International Professionals", GeneralAndNational: "General Service, National Officers",
		Scope:       "Persons in post. Member States first, in alphabetical order, then other nationalities.",
		MemberGroup: "Member States", OtherGroup: "Observer States, non-member States and other",

		LegendG: "G: General Service", LegendNO: "NO: National Officer", LegendP: "P: Professional",
		LegendD: "D: Director", LegendE: "E‑1, E‑2: heads of the Organization", LegendUG: "UG: ungraded",
		Neither: "Neither", NotRecorded: "Not recorded", WithoutOther: "Without nationalities that are not listed by name.",
		LegendSex: "F: women; M: men",
		LegendX:   "X: neither", LegendU: "U: not recorded",
		LegendBlank: "A blank cell means that no person holds the grade; a total of 0 is printed for every Member State " +
			"and observer without staff.",
		LegendOther: "Other: nationalities not listed by name.",

		PercentageWomen: "Percentage of women", PercentageWomenIn: "Percentage of women in %s",
		PercentageInternational: "Percentage international", ChangeInPoints: "Change in percentage points",
		ChangeBetween: "Change, %s–%s, percentage points",
		WithoutHeads:  "Without the Director General and the Deputy Director General.",
		WithoutGrades: "Without staff at %s.",
		Disclosure:    "Of the figures that are not 0, %s of %s count fewer than %s persons.",

		MenAndWomenTitle:  "Men and women at the international Professional level, %s–%s",
		WomenByGradeTitle: "Women at the international Professional level, by grade, %s–%s",
		SeniorTitle:       "Men and women in category P‑5 and higher, %s–%s",
		AllStaffTitle:     "International and national staff, %s and earlier years",

		MemberNationalities: "Nationalities of Member States", NonMemberNationalities: "Other nationalities",
		AllNationalities: "All nationalities represented", NumberOfMemberStates: "Member States",
		PercentageRepresented: "Percentage of Member States represented",

		AllStaff: "All staff", StaffMember: Noun{"staff member", "staff members"}, Nation: Noun{"nationality", "nationalities"},
	}
}
