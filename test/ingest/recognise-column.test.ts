import { describe, expect, it } from "vitest";

import { loadHeaderRecogniser } from "../../src/ingest/recognise-column.ts";

const { recognise, partOfDate } = loadHeaderRecogniser();

describe("a header is recognised by its words", () => {
  it.each([
    // German
    ["Bestimmungsland (ISO-Code)", "destination"],
    ["Zielland_Name", "destination"],
    ["Ausstellungsdatum des Ursprungszeugnisses", "issue_date"],
    ["Datum der Erteilung", "issue_date"],
    ["Nummer der Bescheinigung", "certificate_number"],
    ["Gesamtwert der Waren in EUR", "value"],
    ["Rechnungswert netto", "value"],
    ["FOB-Wert in Tsd. EUR", "value"],
    ["Ausführer Name", "exporter_name"],
    ["Ausführer USt-IdNr.", "exporter_id"],
    ["Zolltarifnummer (8)", "hs_code"],
    ["Beschreibung der Produkte", "goods"],
    ["Währung der Rechnung", "currency"],
    // French
    ["Pays de destination (code)", "destination"],
    ["Pays d'importation", "destination"],
    ["Date d'émission du certificat", "issue_date"],
    ["Date d'expédition", "issue_date"],
    ["Numéro de référence du certificat", "certificate_number"],
    ["Valeur totale en milliers d'euros", "value"],
    ["Valeur FOB (USD)", "value"],
    ["Valeur statistique", "value"],
    ["Nom de la société exportatrice", "exporter_name"],
    ["Identifiant fiscal de l'exportateur", "exporter_id"],
    ["Code tarif", "hs_code"],
    ["Libellé des produits", "goods"],
    // Dutch
    ["Land van bestemming (naam)", "destination"],
    ["Datum van uitgifte certificaat", "issue_date"],
    ["Registratiedatum", "issue_date"],
    ["Certificaatreferentie", "certificate_number"],
    ["Factuurwaarde in GBP", "value"],
    ["Waarde (x 1.000 EUR)", "value"],
    ["Naam van het exporterende bedrijf", "exporter_name"],
    ["Nummer van de exporteur", "exporter_id"],
    ["HS-code product", "hs_code"],
    ["Omschrijving van de producten", "goods"],
    // Spanish
    ["PaisDestinoFinal", "destination"],
    ["Fecha de emisión del certificado", "issue_date"],
    ["FechaEmbarque", "issue_date"],
    ["Número de referencia certificado", "certificate_number"],
    ["ValorMilesDolar", "value"],
    ["Valor FOB en dólares", "value"],
    ["Nombre de la empresa exportadora", "exporter_name"],
    ["NIT exportador", "exporter_id"],
    ["Código arancel", "hs_code"],
    // English and trade databases
    ["SUMOFFOB_VALUE_IN_USD", "value"],
    ["TOTALVALUEUSD", "value"],
    ["FOBvalue", "value"],
    ["Invoice Amount (US$)", "value"],
    ["EXPORTER_NAME_EN", "exporter_name"],
    ["Shipper Name (English)", "exporter_name"],
    ["Destination Country Code", "destination"],
    ["Country of Final Destination", "destination"],
    ["IMPORTING_COUNTRY", "destination"],
    ["Date & time of issue", "issue_date"],
    ["Month/Year", "issue_date"],
    ["HSCode8", "hs_code"],
  ])("%s is %s", (header, field) => {
    expect(recognise(header)?.field).toBe(field);
  });
});

describe("a header is left alone", () => {
  it.each(
    [
      ["%GTTOTALVALUE", "TOTAL_USD_FOBPERCENTAGE", "% Value", "Waarde %", "Anteil am Wert", "Value share"],
      ["UNIT_VALUE_USD", "USD_FOB_PER_UNIT", "Unit price EUR", "Stückpreis", "AVERAGEOFUNIT_VALUE_USD", "USD/kg"],
      ["TOTALQUANTITY", "GROSS_WEIGHT", "Nettogewicht", "Poids net", "Cantidad", "Total", "Total kg", "NET_KILO"],
      ["DESTINATION_PORT", "Port of destination", "Bestimmungshafen", "TRANSPORT_COUNTRY", "Puerto de destino"],
      ["BUYER_NAME", "IMPORTER_NAME", "CONSIGNEE_NAME", "Naam koper", "Käufer", "Nom de l'importateur", "Buyer ID"],
      ["COUNTRY_OF_EXPORTER", "EXPORTING_COUNTRY", "Country of manufacture", "BUYER_COUNTRY", "TRADING_COUNTRY"],
      ["EXPORTER_ADDRESS", "EXPORTER_PHONE", "Adresse exportateur", "TRANSPORT_COMPANY", "CUSTOMS_INN_CODE"],
      ["DECLARATION_NUMBER", "SB_NO", "BILL_NO", "Invoice number", "RECORD_ID", "ITEM NO", "Contract number"],
      ["Invoice date", "Expiry date", "Valid until", "Arrival date", "Geburtsdatum", "Date d'échéance"],
      ["USD_FREIGHT", "INSURANCE", "TOTAL TAX", "DUTY EXPORT", "CURRENCY_RATE", "EXCHANGE RATE", "Bedrag", "Amount"],
      ["Amount EUR", "Total EUR", "Kosten EUR", "CUSTOMS_FEES_COLLECTED", "VAT", "Unit", "Year", "Mes"],
    ].flat(),
  )("%s", (header) => {
    expect(recognise(header)).toBeNull();
  });
});

describe("the words of a value header", () => {
  it.each([
    ["FOB_VALUE_IN_USD", "USD", 1],
    ["Value (GBP)", "GBP", 1],
    ["Wert in EUR", "EUR", 1],
    ["TOTALVALUEUSD", "USD", 1],
    ["Waarde (US$)", "USD", 1],
    ["Waarde (€)", "EUR", 1],
    ["Value TRY", "TRY", 1],
    ["Waarde ($)", "unclear", 1],
    ["Value (£)", "unclear", 1],
    ["ValorMilesPesos", "unclear", 1000],
    ["VALUE_IN_FOREIGN_CURRENCY", "foreign", 1],
    ["TOTAL_VALUE_FC", "foreign", 1],
    ["ValorMilesDolar", "USD", 1000],
    ["Value in thousands", null, 1000],
    ["Waarde x 1.000", null, 1000],
    ["Value '000 EUR", "EUR", 1000],
    ["Warenwert in TEUR", "EUR", 1000],
    ["Valeur en k€", "EUR", 1000],
    ["Valeur en milliers", null, 1000],
    ["STATISTICAL_VALUE_IN_1000_USD", "USD", 1000],
    ["Waarde in mln euro", "EUR", 1_000_000],
  ])("%s: %s, unit %i", (header, currency, unit) => {
    const found = recognise(header);
    expect(found?.field).toBe("value");
    const named = found?.reading.currency ?? null;
    expect(named?.kind === "code" ? named.code : (named?.kind ?? null)).toBe(currency);
    expect(found?.reading.unit).toBe(unit);
  });
});

describe("part of a date", () => {
  it.each([
    ["Anio", "year"],
    ["Año", "year"],
    ["Year of issue", "year"],
    ["Jaar", "year"],
    ["Jahr", "year"],
    ["Année", "year"],
    ["Mes", "month"],
    ["EXPORT_MONTH", "month"],
    ["Maand", "month"],
    ["Monat", "month"],
    ["Mois", "month"],
    ["Tag", "day"],
    ["MONTHYEAR", null],
    ["Birth year", null],
    ["Datum", null],
  ])("%s is %s", (header, part) => {
    expect(partOfDate(header)).toBe(part);
  });
});
