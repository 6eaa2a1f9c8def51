package jplay.template.ansible.data;

import static jplay.template.filter.Filter.filter;

import java.util.List;
import jplay.template.filter.Filter;

/** The filters on trees of dicts and lists. */
public final class DataFilters {
    /** All of them. */
    public static final List<Filter> TABLE =
            List.of(
                    filter(
                            "ansible.utils.consolidate(data_sources, fail_missing_match_key=true,"
                                    + " fail_missing_match_value=true, fail_duplicate=true, *args)",
                            Consolidation::apply),
                    filter(
                            "ansible.utils.fact_diff(before, after, plugin=none, common=false, *args)",
                            FactDiff::apply),
                    filter(
                            "ansible.utils.from_xml(data, engine='xmltodict', *args)",
                            XmlTree::apply),
                    filter("ansible.utils.get_path(var, path, *args, **kwargs)", TreePaths::get),
                    filter(
                            "ansible.utils.index_of(data, test, value=none, key=none,"
                                    + " fail_on_missing=none, wantlist=none, *args)",
                            IndexOf::apply),
                    filter(
                            "ansible.utils.keep_keys(data, target, matching_parameter='', *args)",
                            KeyFilters::keep),
                    filter(
                            "ansible.utils.param_list_compare(base, target, *args)",
                            ParameterLists::compare),
                    filter(
                            "ansible.utils.remove_keys(data, target, matching_parameter='', *args)",
                            KeyFilters::remove),
                    filter(
                            "ansible.utils.replace_keys(data, target, matching_parameter='', *args)",
                            KeyFilters::replace),
                    filter(
                            "ansible.utils.to_paths(var, prepend=none, wantlist=none, *args)",
                            TreePaths::flatten),
                    filter(
                            "ansible.utils.to_xml(data, engine='xmltodict', indent='tabs',"
                                    + " indent_width=4, full_document=true, *args)",
                            XmlText::apply));

    private DataFilters() {}
}
