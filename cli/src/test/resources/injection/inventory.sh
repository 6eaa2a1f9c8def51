#!/bin/sh
# An inventory whose answers nobody may take for templates.
cat <<'END'
{"all": {"hosts": ["localhost", "scripted"]},
 "_meta": {"hostvars": {"localhost": {"ansible_connection": "local"},
  "scripted": {"note": "{{ 40 + 2 }}{% if true %}x{% endif %}{{ lookup('pipe', 'touch PWNED') }}"}}}}
END
