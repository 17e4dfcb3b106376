package lang

// WorkbookStrings are the words of the workbook of annexes that are not in
// print.
type WorkbookStrings struct {
	Group     string // head of the column that names groups of rows
	Column    string // %s: no.; head of a column that has none in print
	Withheld  string // what stands for a figure that is not published
	BlankZero string // note: what a cell without a figure is
}

func englishWorkbook() WorkbookStrings {
	return WorkbookStrings{
		Group: "Group", Column: "Column %s", Withheld: "Withheld to protect persons",
		BlankZero: "A cell of figures that shows nothing holds the number 0.",
	}
}

func frenchWorkbook() WorkbookStrings {
	return WorkbookStrings{
		Group: "Groupe", Column: "Colonne %s", Withheld: "Non publié, pour protéger les personnes",
		BlankZero: "Une case de chiffres qui ne montre rien contient le nombre 0.",
	}
}

func spanishWorkbook() WorkbookStrings {
	return WorkbookStrings{
		Group: "Grupo", Column: "Columna %s", Withheld: "No se publica, para proteger a las personas",
		BlankZero: "Una casilla de cifras que no muestra nada contiene el número 0.",
	}
}
