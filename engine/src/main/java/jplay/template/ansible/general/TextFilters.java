package jplay.template.ansible.general;

import static jplay.template.filter.Filter.filter;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.zip.CRC32;
import jplay.template.ansible.filter.ConversionFilters;
import jplay.template.ansible.query.JsonQuery;
import jplay.template.filter.Filter;
import jplay.template.filter.FilterCall;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import jplay.template.python.Types;

/** Filters from and to texts. */
final class TextFilters {
    private static final String YAML_OPTIONS =
            " width=80, sort_keys=true, explicit_start=false, explicit_end=false,"
                    + " default_style=none, allow_unicode=true, line_break=none, encoding=none,"
                    + " version=none, tags=none, canonical=none, dump_vault_tags=false,"
                    + " redact_sensitive_values=false)";

    static final List<Filter> TABLE =
            List.of(
                    filter("crc32(value)", TextFilters::checksum),
                    filter(
                            "from_csv(content, dialect='excel', fieldnames=none, delimiter=none,"
                                    + " skipinitialspace=none, strict=none)",
                            CsvFilter::apply),
                    filter("from_ini(content)", IniFilters::read),
                    filter("json_query(data, expr)", JsonQuery::apply),
                    filter("random_mac(prefix, seed=none)", MacAddress::random),
                    filter("reveal_ansible_type(data, alias=none)", TypeNames::reveal),
                    filter("to_ini(value)", IniFilters::write),
                    filter(
                            "to_nice_yaml(value, indent=2, default_flow_style=false,"
                                    + YAML_OPTIONS,
                            TextFilters::yaml),
                    filter("to_prettytable(data, *args, **kwargs)", PrettyTable::apply),
                    filter(
                            "to_yaml(value, indent=2, default_flow_style=none," + YAML_OPTIONS,
                            TextFilters::yaml),
                    filter("unicode_normalize(data, form='NFC')", TextFilters::normalize));

    private TextFilters() {}

    private static String checksum(FilterCall call) {
        if (!(call.value() instanceof CharSequence text)) {
            throw PythonError.type(
                    "Invalid value type ("
                            + Types.name(call.value())
                            + ") for crc32 ("
                            + Text.repr(call.value())
                            + ")");
        }
        var checksum = new CRC32();
        checksum.update(text.toString().getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(checksum.getValue());
    }

    private static String normalize(FilterCall call) {
        if (!(call.value() instanceof CharSequence text)) {
            throw PythonError.type(Types.name(call.value()) + " is not a valid input type");
        }
        var form =
                switch (call.text("form")) {
                    case "NFC" -> Normalizer.Form.NFC;
                    case "NFD" -> Normalizer.Form.NFD;
                    case "NFKC" -> Normalizer.Form.NFKC;
                    case "NFKD" -> Normalizer.Form.NFKD;
                    default -> throw PythonError.value(call.text("form") + " is not a valid form");
                };
        return Normalizer.normalize(text, form);
    }

    private static String yaml(FilterCall call) {
        return call.flag("redact_sensitive_values")
                ? ConversionFilters.yaml(call, Redaction.of(call.value()))
                : ConversionFilters.yaml(call, call.value());
    }
}
