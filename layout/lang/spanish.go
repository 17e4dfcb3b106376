package lang

import "math/big"

// spanish parts thousands by a point in prose, as the governing body does, and
// by a space in tables, always from four digits on: the habit of parting only
// from five (CLDR, minimum grouping digits 2) would write 1467 above 10.978.
func spanish() *Table {
	prose := Profile{
		Group: ".", MinGroup: 4, Decimal: ",", Percent: nbsp + "por" + nbsp + "ciento", Minus: minus, Plus: "+",
		WordsBelow: 11, Zero: "0", // one to ten in words
	}
	table := prose
	table.Group, table.Percent, table.WordsBelow, table.Bare = thin, "%", 0, true
	n := numerals{
		cardinal: spanishCardinal, ordinal: spanishOrdinal, ordinalEnd: spanishOrdinalEnd, ordinalMark: spanishOrdinalMark,
		session: func(t *Table, n int64) string { return t.Capitalize(t.OrdinalWords(n, Feminine)) + " Reunión" },
		// 1 alone is singular: 1,4 millones.
		singular: func(abs *big.Rat) bool { return abs.Cmp(big.NewRat(1, 1)) == 0 },
		minus:    "menos", point: "coma",
		linking: [2]string{"de" + nbsp, "de" + nbsp}, thousand: Noun{"", "mil"}, million: Noun{"millón", "millones"}, // one thousand is mil, never "un mil"
		points: Noun{"punto porcentual", "puntos porcentuales"}, of: []string{"de", "del"}, firstDay: "1º",
	}
	n.dateOf.day, n.dateOf.year = "de"+nbsp, "de "
	return &Table{
		tag: "es",
		months: [12]string{
			"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
			"noviembre", "diciembre",
		},
		quotes: Quotes{Open: "“", Close: "”", InnerOpen: "‘", InnerClose: "’"},
		marks: marks{
			noteBeforePunctuation: true, list: [2]string{"%s)", "%s)"},
			joins:         " antes anteriormente ahora luego solo frente unos unas cerca más menos ",
			phrases:       " el la los las un una de del a al en por para sobre con y o entre contra ",
			abbreviations: " núm núms párr párrs art arts vol p pp ",
		},
		profiles: profiles(prose, table, "%"),
		numerals: n,
		nouns:    spanishGender(),
		strings:  spanishStrings(),
		proof:    spanishProof(),
	}
}

func spanishStrings() Strings {
	return Strings{
		Contents: "Índice", Acronyms: "Lista de siglas", Foreword: "Prólogo",
		Distribution: "Distribución: %s", Original: "Original: %s", LanguageOnly: "Únicamente en %s",
		LanguageNames: LanguageNames{
			Arabic: "árabe", Chinese: "chino", English: "inglés", French: "francés", Russian: "ruso", Spanish: "español",
		},

		Annex: "Anexo", Annexes: "Anexos", Box: "Recuadro", Table: "Cuadro", Figure: "Figura",
		Page: "Página", PageNo: "Página\u00a0%s", LabelNo: "%s\u00a0%s", Continued: "(continuación)", KeyFigures: "Cifras clave",

		Paragraph: "párrafo", Paragraphs: "párrafos",
		TheParagraph: "párrafo\u00a0%s", TheParagraphs: "párrafos\u00a0%s a\u00a0%s", TheTable: "cuadro\u00a0%s",
		TheFigure: "figura\u00a0%s", TheBox: "recuadro\u00a0%s", TheAnnex: "Anexo\u00a0%s", InAnnex: "%s, %s", TheFootnote: "nota\u00a0%s",
		TheForeword: "el prólogo", TheSectionOn: "la sección titulada “%s”",

		Comparator: "%s: %s", Increase: "aumento", Decrease: "disminución", NoChange: "ningún cambio",

		Base: "Base %s", BaseRow: "Base", BaseNote: "Base: %s\u00a0%s", MoreThanOne: "se admite más de una respuesta",
		Clauses: "%s; %s.", Share: "Proporción", CountAndShare: "Número de %s y proporción de la base, en porcentaje",
		PerCentOf: "Porcentaje de %s", NumberOf: "Número de %s", MillionsOf: "Millones\u00a0(%s)", SourceLine: "Fuente: %s",
		Questionnaire: "cuestionario enviado a las oficinas, %s", Total: "Total", OtherAnswers: "Otros", NoneOfThese: "Ninguno",
		NotComputed: "No calculado", NotAvailable: "No disponible", NotApplicable: "No se aplica",
		RoundingNote:  "Debido al redondeo, la suma de las proporciones puede diferir del 100%.",
		InParentheses: "Las cifras entre paréntesis son disminuciones.", FootnoteLabel: "Nota %s",
		MemberStates:   "%s Estados Miembros, un punto cada uno",
		MoreThanBefore: "%s más que un año antes (anillos)",
		Chart: ChartStrings{
			Bars: "Gráfico de barras: %s", GroupedBars: "Gráfico de barras agrupadas: %s",
			Stacked: "Gráfico de barras apiladas: %s", Line: "Gráfico de líneas: %s",
			Value: "%s: %s", ValueOfBase: "%s: %s de %s",
		},
		Staff: spanishStaff(), Workbook: spanishWorkbook(), Survey: spanishSurvey(),

		Draft: "BORRADOR", DraftTitle: "Lo que falta en este borrador", DraftMissing: "[falta: %s]", DraftHole: "%s (%s)",
	}
}

func spanishStaff() StaffStrings {
	return StaffStrings{
		Nationality: "Nacionalidad", Indicator: "Indicador", Grade: "Grado", Year: "Año", Total: "Total", TotalIn: "Total en %s", Other: "Otras",
		Women: "Mujeres", Men: "Hombres", F: "M", M: "H", X: "X", U: "U", BySex: "Por sexo",
		GeneralService: "Servicios Generales", NationalOfficers: "Oficiales Nacionales",
		Professional: "Profesionales internacionales", GeneralAndNational: "Servicios Generales, Oficiales Nacionales",
		Scope:       "Personas en funciones. Primero los Estados Miembros, por orden alfabético; después, las demás nacionalidades.",
		MemberGroup: "Estados Miembros", OtherGroup: "Estados observadores, Estados no miembros y otros",

		LegendG: "G: Servicios Generales", LegendNO: "NO: Oficial Nacional", LegendP: "P: Profesional",
		LegendD: "D: Director", LegendE: "E‑1, E‑2: jefes de la Organización", LegendUG: "UG: sin clasificar",
		Neither: "Ni mujer ni hombre", NotRecorded: "No consta", WithoutOther: "Sin las nacionalidades que no se nombran.",
		LegendSex: "M: mujeres; H: hombres",
		LegendX:   "X: ni mujer ni hombre", LegendU: "U: no consta",
		LegendBlank: "Una casilla en blanco significa que nadie ocupa ese grado; se imprime un total de 0 para cada Estado " +
			"Miembro y cada observador sin personal.",
		LegendOther: "Otras: nacionalidades que no se nombran.",

		PercentageWomen: "Porcentaje de mujeres", PercentageWomenIn: "Porcentaje de mujeres en %s",
		PercentageInternational: "Porcentaje de personal internacional", ChangeInPoints: "Variación en puntos porcentuales",
		ChangeBetween: "Variación, %s–%s, puntos porcentuales",
		WithoutHeads:  "Sin el Director General ni el Director General Adjunto.",
		WithoutGrades: "Sin el personal de los grados %s.",
		Disclosure:    "De las cifras distintas de 0, %s de %s cuentan menos de %s personas.",

		MenAndWomenTitle:  "Hombres y mujeres en la categoría profesional internacional, %s–%s",
		WomenByGradeTitle: "Mujeres en la categoría profesional internacional, por grado, %s–%s",
		SeniorTitle:       "Hombres y mujeres en la categoría P‑5 y superiores, %s–%s",
		AllStaffTitle:     "Personal internacional y nacional, %s y años anteriores",

		MemberNationalities: "Nacionalidades de Estados Miembros", NonMemberNationalities: "Otras nacionalidades",
		AllNationalities: "Total de nacionalidades representadas", NumberOfMemberStates: "Estados Miembros",
		PercentageRepresented: "Porcentaje de Estados Miembros representados",

		AllStaff: "Todo el personal", StaffMember: Noun{"funcionario", "funcionarios"}, Nation: Noun{"nacionalidad", "nacionalidades"},
	}
}
