-- decisions remember themselves what they took along
alter table video drop column taken_down_with;
